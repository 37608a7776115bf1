import { useEffect, useEffectEvent } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'

/**
 * Whoever comes back to a conversation that was marked unread has come back; marking it while it is open keeps the mark.
 *
 * It shows nothing: with each conversation that is read it is rendered, and not the list.
 */
export const UnreadMark = ({ openId }: { readonly openId: ConversationId | null }) => {
  const run = useRun()
  const conversationId = openId ?? NOBODY
  const customer = useQuery('conversation.get', { conversationId })
  const chat = useQuery('chat.get', { conversationId })
  const opened = customer ?? chat
  const loadedId = opened?.conversation.id
  const look = useEffectEvent((): void => {
    if (loadedId && opened?.entry?.markedUnread)
      void run('list-entry.mark', { conversationId: loadedId, unread: false })
  })
  useEffect(() => {
    look()
  }, [loadedId])
  return null
}

const NOBODY = 'none' as ConversationId
