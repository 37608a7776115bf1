import * as z from 'zod'

import {
  AgentId,
  ConversationId,
  Instant,
  line,
  MessageId,
  MessageSetting,
  Seq,
  WrittenBody,
} from '../model/index.ts'
import { CHAT_LIMITS } from '../model/limits.ts'
import { command } from './command.ts'

const ChatOpened = z.object({ conversationId: ConversationId })
const others = (least: number) =>
  z
    .array(AgentId)
    .min(least)
    .max(CHAT_LIMITS.members - 1)

/** Puts the chat with a colleague into the own list; there is one for each pair of them, and one with oneself. */
export const openChat = command('chat.open', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ agentId: AgentId }),
  result: ChatOpened,
  codes: [],
})

/** Puts a chat one is in back into the own list. */
export const showChat = command('chat.show', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId }),
  result: z.object({}),
  codes: [],
})

/** An ad-hoc chat with these colleagues and oneself. */
export const createChat = command('chat.create', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ agentIds: others(2), name: line(1, CHAT_LIMITS.name).nullable() }),
  result: ChatOpened,
  codes: ['too-few'],
})

/** Brings more colleagues into an ad-hoc chat; whoever is in it already stays. */
export const inviteToChat = command('chat.invite', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, agentIds: others(1) }),
  result: z.object({}),
  codes: ['chat-full'],
})

/** Any member may; null: after its members again. */
export const renameChat = command('chat.rename', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, name: line(1, CHAT_LIMITS.name).nullable() }),
  result: z.object({}),
  codes: [],
})

/** Only whoever made the chat may. */
export const removeFromChat = command('chat.remove-member', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, agentId: AgentId }),
  result: z.object({}),
  codes: [],
})

/** The chat leaves the own list and everything else of one's own; with the last member it ends. */
export const leaveChat = command('chat.leave', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId }),
  result: z.object({}),
  codes: [],
})

/**
 * How one's own messages of a group come in, on all devices. `blocked` takes it out of the list; any other puts it back
 * where it is not in it.
 */
export const setChatMessages = command('chat.set-messages', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, messageSetting: MessageSetting }),
  result: z.object({}),
  codes: [],
})

/**
 * Writes to colleagues. Whom it mentions follows from the text: an "@" before a member's name. Into an ad-hoc chat one may
 * write only so fast; more is refused as `rate-limited` with the time to wait (R-09-048).
 */
export const sendToChat = command('chat.send', {
  by: 'agent',
  permission: null,
  args: z.strictObject({
    conversationId: ConversationId,
    id: MessageId,
    body: WrittenBody,
    quoteId: MessageId.optional(),
  }),
  result: z.object({ seq: Seq, at: Instant }),
  codes: ['not-a-member', 'file-missing'],
})
