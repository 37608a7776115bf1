import { useEffect, useRef, useState } from 'react'

import { annotationOf } from '../../../domain/messages/annotations.ts'
import type { Message } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainText, useLanguage } from '../../ui/index.ts'
import { keyOf, noteReadOut, useAsked } from './annotating.ts'

/** Reads out what came of what was asked here; what colleagues have asked is read when one comes to it. */
export const AnnotationAnnouncer = ({ messages }: { readonly messages: readonly Message[] }) => {
  const { t } = useTranslation('thread')
  const language = useLanguage()
  const awaited = useAsked((state) => state.awaited)
  /** Of a message that failed before, only what comes after it was asked again is news. */
  const begun = useRef(new Set<string>())
  const [said, setSaid] = useState('')
  useEffect(() => {
    for (const { id, body } of awaited.size > 0 ? messages : []) {
      for (const name of ['transcript', language] as const) {
        const key = keyOf(id, name)
        const annotation = awaited.has(key) ? annotationOf(body, name) : undefined
        const kind = name === 'transcript' ? 'transcript' : 'translation'
        if (annotation?.state === 'working') begun.current.add(key)
        const isNews =
          annotation?.state === 'done' || (annotation?.state === 'failed' && begun.current.has(key))
        if (!isNews) continue
        begun.current.delete(key)
        noteReadOut(key)
        // oxlint-disable-next-line react/set-state-in-effect -- a live region must change after it is there
        setSaid(
          annotation.state === 'done'
            ? `${t(`annotation.${kind}.head`)}: ${plainText(annotation.text)}`
            : t(`annotation.${kind}.failed`),
        )
      }
    }
  }, [messages, awaited, language, t])
  return (
    <p className="fy-hidden" aria-live="polite" data-annotations>
      {said}
    </p>
  )
}
