import type { KeyboardEvent, RefObject } from 'react'

import type { OpenView, QuickReplyView } from '../../../client/api.ts'
import type { Completion } from './useCompletion.ts'
import { useMentions, type Mentions } from './useMentions.ts'
import { useSlash, type Slash } from './useSlash.ts'

export interface OffersOptions {
  readonly text: string
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly completion: Completion
  readonly insert: (addition: string) => void
  readonly onClear: () => void
  /** In the place of everything that stands in the field. */
  readonly onReply: (reply: QuickReplyView) => void
}

/** What is offered above the field behind "#", "/" and "@", one of them at a time. */
export interface Offers {
  readonly completion: Completion
  readonly slash: Slash
  readonly mentions: Mentions
  /** The row that Enter would take; null: nothing is offered. */
  readonly active: number | null
  /** What was typed, or where the caret is, has changed; not told while an input method composes. */
  readonly track: (text: string, caret: number) => void
  /** True: the key was for one of the lists. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

const NOBODY = [] as const

export const useOffers = (view: OpenView, options: OffersOptions): Offers => {
  const { text, field, completion, insert, onClear, onReply } = options
  const { conversation } = view
  const slash = useSlash(text, { onClear, onReply })
  const members = 'kind' in conversation && conversation.kind === 'adhoc' ? conversation.memberIds : NOBODY
  const mentions = useMentions(members, (name, start) => {
    const { current } = field
    if (!current) return
    current.setSelectionRange(start, current.selectionStart)
    insert(`@${name} `)
  })
  const all = [completion, slash, mentions]
  return {
    completion,
    slash,
    mentions,
    active: all.find(({ found }) => found.length > 0)?.active ?? null,
    track: (next, caret) => {
      completion.track(next, caret)
      mentions.track(next, caret)
    },
    onKey: (event) => all.some(({ onKey }) => onKey(event)),
  }
}
