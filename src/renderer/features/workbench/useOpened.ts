import { useState } from 'react'

import type { OpenView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useAnswered, useAskAhead, useQuery, type Question } from '../../core/index.ts'
import { PAGE } from '../thread/index.ts'

export interface Opened {
  /** Null: nothing is open; undefined: it is being read. */
  readonly view: OpenView | null | undefined
  /** Another one was chosen and is being read; this one still stands there, and nothing may be done to it any more. */
  readonly leaving: boolean
  /** To be called as soon as something may be opened: then it is here when it is. */
  readonly askAhead: (id: ConversationId) => void
}

/** The conversation to show: the chosen one from the moment on when everything that is seen of it can be shown at once. */
export const useOpened = (openId: ConversationId | null): Opened => {
  const ask = useAskAhead()
  const ready = useAnswered(openId === null ? NOTHING : questionsOf(openId))
  const [shownId, setShownId] = useState<ConversationId | null>(null)
  if (ready && shownId !== openId) setShownId(openId)
  const customer = useQuery('conversation.get', { conversationId: shownId ?? NONE })
  const chat = useQuery('chat.get', { conversationId: shownId ?? NONE })
  const view = customer ?? (chat === null ? customer : chat)
  return {
    view: openId === null ? null : shownId === null ? undefined : view,
    leaving: openId !== null && shownId !== null && shownId !== openId,
    askAhead: (id) => {
      ask(questionsOf(id))
    },
  }
}

/** Everything that is seen of a conversation at once. */
export const questionsOf = (conversationId: ConversationId): readonly Question[] => [
  ['conversation.get', { conversationId }],
  ['chat.get', { conversationId }],
  ['thread.messages', { conversationId, limit: PAGE }],
  ['draft.get', { conversationId }],
  ['session-notes.list', { conversationId }],
]

const NOTHING: readonly Question[] = []

/** Asked for while nothing is shown; answers null. */
const NONE = 'none' as ConversationId
