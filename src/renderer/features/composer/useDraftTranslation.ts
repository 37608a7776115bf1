import { useEffect, useRef, useState, type RefObject } from 'react'

import type { OpenView } from '../../../client/api.ts'
import { TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useAsk, useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useAction, useLayer } from '../actions/index.ts'
import { insertInto } from './insertInto.ts'
import { noteTranslated, useTranslated, type Translated } from './translated.ts'

export interface DraftTranslation {
  /** The company has a service, and the agent may use it. */
  readonly offered: boolean
  /** There is something that can be translated, and nothing is being translated. */
  readonly possible: boolean
  readonly busy: boolean
  /** Why it was not translated; what was written stays. */
  readonly problem: string | null
  /** What was written before; undefined: what stands there was written. */
  readonly before: Translated | undefined
  readonly translate: () => void
  /** Waits no longer for it. */
  readonly cancel: () => void
  readonly undo: () => void
}

export interface DraftTranslationOptions {
  readonly text: string
  readonly inert: boolean
  readonly locked: boolean
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly change: (text: string) => void
}

/**
 * Has what is being written translated into the language in which the customer has written last (R-14-044). It only ever
 * stands in the field then: sending it is another act. What comes after one has gone on writing is dropped (R-14-050).
 */
export const useDraftTranslation = (
  view: OpenView,
  { text, inert, locked, field, change }: DraftTranslationOptions,
): DraftTranslation => {
  const { t } = useTranslation('composer')
  const ask = useAsk()
  const services = useQuery('organization.get', {})?.languageServices
  const me = useQuery('account.current', {})?.me
  const conversationId = view.conversation.id
  const latest = useRef(0)
  /** The text whose translation is waited for; whoever goes on writing waits no more. */
  const [asked, setAsked] = useState<string | null>(null)
  const busy = asked === text
  /** Said of this text alone. */
  const [failure, setFailure] = useState<{ readonly text: string; readonly problem: string } | null>(null)
  const translated = useTranslated(conversationId)
  const isEmpty = text.trim() === ''
  useEffect(() => {
    if (isEmpty && translated) noteTranslated(conversationId, null)
  }, [isEmpty, translated, conversationId])

  const offered =
    services?.translation === true && me?.permissions.includes('ai.use') === true && 'customer' in view
  const possible = offered && !locked && !busy && !isEmpty && text.length <= TEXT_LIMIT

  const translate = async (): Promise<void> => {
    const mine = (latest.current += 1)
    setAsked(text)
    setFailure(null)
    const answer = await ask('text.translate', { conversationId, text })
    if (latest.current !== mine) return
    setAsked(null)
    if (field.current?.value !== text) return
    if (answer?.state !== 'done') {
      const problem = answer ? t(`translate.problems.${answer.problem}`) : t('translate.unavailable')
      setFailure({ text, problem })
    } else if (answer.text === text.trim()) setFailure({ text, problem: t('translate.same') })
    else {
      noteTranslated(conversationId, { original: text, language: answer.language })
      replace(field.current, answer.text, change)
    }
  }
  const begin = (): void => {
    void translate()
  }
  const cancel = (): void => {
    latest.current += 1
    setAsked(null)
    field.current?.focus()
  }
  useAction('translateDraft', possible && !inert ? begin : null)
  useLayer(busy && !inert ? cancel : null)

  return {
    offered,
    possible,
    busy,
    problem: failure?.text === text ? failure.problem : null,
    before: isEmpty || translated?.original === text ? undefined : translated,
    translate: begin,
    cancel,
    undo: () => {
      if (!translated || !field.current) return
      noteTranslated(conversationId, null)
      field.current.focus()
      replace(field.current, translated.original, change)
    },
  }
}

/** By the browser's own way, which the key for it takes back; whoever has gone elsewhere meanwhile stays there. */
const replace = (field: HTMLTextAreaElement, text: string, change: (text: string) => void): void => {
  if (!field.form?.contains(document.activeElement)) {
    change(text)
    return
  }
  field.select()
  insertInto(field, text, change)
}
