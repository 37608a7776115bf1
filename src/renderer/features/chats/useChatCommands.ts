import { useState } from 'react'

import type { Result } from '../../../base/result.ts'
import type { AgentId, ConversationId, MessageSetting } from '../../../protocol/model/index.ts'
import { useAsk, useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { tell } from '../actions/index.ts'

/** What is done with chats; what could not be is said where it was asked for, or `aloud` where that place is gone by then. */
export const useChatCommands = ({ aloud = false }: { readonly aloud?: boolean } = {}) => {
  const run = useRun()
  const ask = useAsk()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me?.agentId
  const [failure, setFailure] = useState<string | null>(null)
  const settled = <T>(answer: Result<T>): T | null => {
    const said = answer.ok ? null : errorText(answer.code, answer.details)
    if (!aloud) setFailure(said)
    else if (said !== null) tell(said)
    return answer.ok ? answer.value : null
  }
  return {
    failure,
    dismiss: () => {
      setFailure(null)
    },
    /** The chat with a colleague, or with oneself. One that is here already is opened without the server too (R-09-065). */
    open: async (agentId: AgentId): Promise<ConversationId | null> => {
      const answer = await run('chat.open', { agentId })
      if (answer.ok || answer.code !== 'offline') return settled(answer)?.conversationId ?? null
      const kind = agentId === me ? 'self' : 'direct'
      const known = (await ask('chats.list', {})).find(
        ({ conversation }) => conversation.kind === kind && conversation.memberIds.includes(agentId),
      )
      if (known) return known.conversation.id
      settled(answer)
      return null
    },
    create: async (agentIds: AgentId[], name: string): Promise<ConversationId | null> =>
      settled(await run('chat.create', { agentIds, name: name.trim() === '' ? null : name.trim() }))
        ?.conversationId ?? null,
    invite: async (conversationId: ConversationId, agentIds: AgentId[]): Promise<boolean> =>
      settled(await run('chat.invite', { conversationId, agentIds })) !== null,
    rename: async (conversationId: ConversationId, name: string): Promise<boolean> =>
      settled(await run('chat.rename', { conversationId, name: name.trim() === '' ? null : name.trim() })) !==
      null,
    remove: async (conversationId: ConversationId, agentId: AgentId): Promise<boolean> =>
      settled(await run('chat.remove-member', { conversationId, agentId })) !== null,
    setMessages: async (conversationId: ConversationId, messageSetting: MessageSetting): Promise<boolean> =>
      settled(await run('chat.set-messages', { conversationId, messageSetting })) !== null,
    leave: async (conversationId: ConversationId): Promise<boolean> =>
      settled(await run('chat.leave', { conversationId })) !== null,
  }
}
