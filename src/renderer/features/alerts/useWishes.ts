import { useEffect, useEffectEvent } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type { AlertNews } from '../../../preload/contract.ts'
import type { ConversationId, SessionId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import type { AcceptEntry } from '../pool/index.ts'
import { takeWish, useShell } from '../shell/index.ts'
import { oldestUnread } from './decide.ts'

export interface WishDoors {
  readonly rows: readonly ConversationRow[]
  readonly onOpen: (id: ConversationId) => void
  readonly onAccept: (entry: AcceptEntry) => void
  readonly onShowPool: () => void
}

/** Follows what was done outside of the window: with the icon, and with notes of the system. */
export const useWishes = ({ rows, onOpen, onAccept, onShowPool }: WishDoors): void => {
  const run = useRun()
  const { wish } = useShell()
  const open = (named: ConversationId | null): ConversationId | undefined =>
    rows.find((row) => row.id === named)?.id
  const followNote = ({ conversationId, sessionId, done }: AlertNews): void => {
    if (sessionId !== null && conversationId !== null) {
      if (done.kind === 'accepted')
        onAccept({
          sessionId: sessionId as SessionId,
          conversationId: conversationId as ConversationId,
        })
      else onShowPool()
      return
    }
    const id = open(conversationId as ConversationId | null)
    if (id === undefined) return
    const text = done.kind === 'replied' ? done.text.trim() : ''
    if (text) void run('message.send', { conversationId: id, body: { kind: 'text', text }, seenSeq: null })
    else onOpen(id)
  }
  const follow = useEffectEvent(() => {
    const taken = takeWish()
    if (taken === null) return
    if (taken.kind === 'alert') {
      followNote(taken)
      return
    }
    const id = open(oldestUnread(rows))
    if (id !== undefined) onOpen(id)
  })
  // Who waits is in no list of ours.
  const isReady = rows.length > 0 || (wish?.kind === 'alert' && wish.sessionId !== null)
  useEffect(() => {
    if (wish && isReady) follow()
  }, [wish, isReady])
}
