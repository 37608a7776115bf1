import * as z from 'zod'

import { AgentId, ContactGroupId, ConversationId, OfferId } from '../model/index.ts'
import { FRIEND_TEXT_LIMIT } from '../model/limits.ts'
import { line, note } from '../model/primitives.ts'
import { command } from './command.ts'

/**
 * Asks the customer of a conversation to be friends with the company's main account, or with the agent who asks
 * (R-02-297). `remark`: how the customer is called from then on; only the main account's is for everybody.
 */
export const askFriendship = command('friendship.ask', {
  by: 'agent',
  permission: 'friend.add',
  args: z.strictObject({
    conversationId: ConversationId,
    as: z.enum(['organization', 'agent']),
    text: note(FRIEND_TEXT_LIMIT),
    remark: line(0, 32),
    /** Of a friend of one's own: the group of the address book they will be in. */
    groupId: ContactGroupId.nullable().optional(),
  }),
  result: z.object({ id: OfferId }),
  codes: ['no-account', 'already-friends', 'already-asked', 'path-closed'],
})

/**
 * Ends the friendship of a conversation's face with its customer; with `block` the customer reaches this face no more
 * (R-02-303). An agent ends their own; whoever has the main account's friends ends those.
 */
export const endFriendship = command('friendship.end', {
  by: 'agent',
  permission: null,
  sensitive: true,
  args: z.strictObject({ conversationId: ConversationId, block: z.boolean() }),
  result: z.object({}),
  codes: ['no-friends'],
})

/** Puts a conversation into one's list, to begin to talk there (R-02-291 … R-02-296). */
export const startConversation = command('conversation.start', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ conversationId: ConversationId }),
  result: z.object({}),
  codes: ['has-colleague', 'other-face', 'path-closed', 'never-talked', 'quota-used-up'],
})

/**
 * Asks a customer whom one cannot reach to talk to oneself, by a card in a conversation in which they can be reached
 * (R-02-293).
 */
export const inviteToPath = command('path.invite', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ conversationId: ConversationId, text: note(FRIEND_TEXT_LIMIT) }),
  result: z.object({ id: OfferId }),
  codes: ['no-account', 'path-open', 'no-path', 'already-asked'],
})

/** Takes back a transfer that waits for the customer's consent; one that is over already stays what it is (R-02-207). */
export const cancelOffer = command('session.cancel-offer', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ offerId: OfferId }),
  result: z.object({}),
  codes: ['not-your-session', 'offer-over'],
})

/** Opens a card, or declines it. Opened twice it is opened once (R-02-207). `with`: whose talk it leads to. */
export const answerOffer = command('customer.answer-offer', {
  by: 'customer',
  permission: null,
  args: z.strictObject({ offerId: OfferId, accept: z.boolean() }),
  result: z.object({ with: AgentId.nullable() }),
  codes: ['offer-over', 'not-accepted'],
})

/** Makes friends with the company's main account, or with an agent who talks to the customer now (R-02-025, R-02-297). */
export const addFriend = command('customer.add-friend', {
  by: 'customer',
  permission: null,
  args: z.strictObject({ with: z.enum(['organization', 'agent']) }),
  result: z.object({ with: AgentId.nullable() }),
  codes: ['no-account', 'not-accepted'],
})

/** Ends the friendship with the face the customer is talking to. */
export const removeFriend = command('customer.remove-friend', {
  by: 'customer',
  permission: null,
  args: z.strictObject({}),
  result: z.object({}),
  codes: [],
})
