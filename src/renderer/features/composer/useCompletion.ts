import { useState, type KeyboardEvent } from 'react'

import type { QuickReplyView } from '../../../client/api.ts'
import { byUse, findReplies } from '../../../domain/quickReplies/findReplies.ts'
import { useQuery } from '../../core/index.ts'
import { hashBefore, type Hash } from './hash.ts'
import { useListKeys } from './useListKeys.ts'

/** So many are offered. */
const OFFERED = 30

export interface Completion {
  /** Empty: nothing is offered. */
  readonly found: readonly QuickReplyView[]
  readonly active: number
  /** What was typed, or where the caret is, has changed; not told while an input method composes. */
  readonly track: (text: string, caret: number) => void
  /** By pointer: as Enter does. */
  readonly choose: (reply: QuickReplyView) => void
  /** True: the key was for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

export interface CompletionActions {
  /** Null: nothing can be sent here now. */
  readonly onSend: ((reply: QuickReplyView, hash: Hash) => void) | null
  readonly onInsert: (reply: QuickReplyView, hash: Hash) => void
}

/** The quick replies that fit behind a typed "#" (R-06-101). */
export const useCompletion = ({ onSend, onInsert }: CompletionActions): Completion => {
  const replies = useQuery('quick-replies.list', {})
  const [hash, setHash] = useState<Hash | null>(null)
  // Esc leaves the "#": it is not asked about again.
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const open = hash !== null && hash.start !== closedAt
  const found = open && replies ? findReplies(byUse(replies), hash.typed).slice(0, OFFERED) : []
  const { active, restart, onKey } = useListKeys(found.length)

  const take = (reply: QuickReplyView | undefined, act: CompletionActions['onInsert']): void => {
    if (!reply || !hash) return
    setHash(null)
    act(reply, hash)
  }

  return {
    found,
    active,
    track: (text, caret) => {
      const next = hashBefore(text, caret)
      if (!isSame(next, hash)) {
        setHash(next)
        restart()
      }
      if (!next) setClosedAt(null)
    },
    choose: (reply) => {
      take(reply, onSend ?? onInsert)
    },
    onKey: (event) =>
      onKey(event, {
        onEnter: (index) => {
          take(found[index], onSend ?? onInsert)
        },
        onTab: (index) => {
          take(found[index], onInsert)
        },
        onEscape: () => {
          setClosedAt(hash?.start ?? null)
        },
      }),
  }
}

const isSame = (a: Hash | null, b: Hash | null): boolean => a?.typed === b?.typed && a?.start === b?.start
