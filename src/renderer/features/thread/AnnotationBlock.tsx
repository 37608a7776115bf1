import { AudioLines, Languages } from 'lucide-react'
import { use, useRef } from 'react'

import { annotationOf } from '../../../domain/messages/annotations.ts'
import type { Message } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, plainText, useLanguage } from '../../ui/index.ts'
import { AnnotatingContext, keyOf, useAsked } from './annotating.ts'

/** Below a message: what a service made of it, that it is at it, or why it could not (R-06-110, R-14-044). */
export const AnnotationBlock = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation('thread')
  const annotating = use(AnnotatingContext)
  const box = useRef<HTMLDivElement>(null)
  const isVoice = message.body.kind === 'file' && message.body.seconds !== undefined
  const shown = useShown(message, isVoice)
  if (shown === null) return null
  const kind = isVoice ? 'transcript' : 'translation'
  const Icon = isVoice ? AudioLines : Languages
  const ask = (): void => {
    // The button goes, and whoever pressed it by key stays where it was.
    box.current?.focus()
    annotating?.ask(message)
  }
  return (
    <div ref={box} className="fy-annotation" data-state={shown.state} tabIndex={-1}>
      {shown.state === 'wanted' || shown.state === 'failed' ? (
        <Button kind="quiet" onClick={ask}>
          {shown.state === 'failed' ? (
            t(`annotation.${kind}.failed`)
          ) : (
            <>
              <Icon aria-hidden="true" /> {t('annotation.transcript.ask')}
            </>
          )}
        </Button>
      ) : (
        <span className="fy-annotation-head">
          <Icon aria-hidden="true" />{' '}
          {t(
            shown.state === 'working'
              ? `annotation.${kind}.working`
              : shown.text === null
                ? 'annotation.same'
                : `annotation.${kind}.head`,
          )}
        </span>
      )}
      {shown.state === 'failed' ? <span className="fy-annotation-head">{shown.problem}</span> : null}
      {shown.state === 'done' && shown.text !== null ? (
        <span className="fy-text" dir="auto">
          {plainText(shown.text)}
        </span>
      ) : null}
    </div>
  )
}

type Shown =
  /** Null: the message says the same in this language already. */
  | { readonly state: 'done'; readonly text: string | null }
  | { readonly state: 'working' }
  | { readonly state: 'failed'; readonly problem: string }
  /** A voice can be written down. */
  | { readonly state: 'wanted' }

/** Null: there is nothing below the message. */
const useShown = (message: Message, isVoice: boolean): Shown | null => {
  const { t } = useTranslation('thread')
  const language = useLanguage()
  const annotating = use(AnnotatingContext)
  const { id, body } = message
  const name = isVoice ? 'transcript' : language
  const key = keyOf(id, name)
  const asking = useAsked((asked) => asked.asking.has(key))
  const failure = useAsked((asked) => asked.failures.get(key))
  const annotation = annotationOf(body, name)

  if (annotation?.state === 'done') {
    const { text } = annotation
    return { state: 'done', text: body.kind === 'text' && body.text.trim() === text ? null : text }
  }
  if (asking || annotation?.state === 'working') return { state: 'working' }
  if (!annotating?.wantedOf(message)) return null
  if (failure !== undefined) return { state: 'failed', problem: failure }
  if (annotation) return { state: 'failed', problem: t(`annotation.problems.${annotation.problem}`) }
  return isVoice ? { state: 'wanted' } : null
}
