import * as z from 'zod'

import { AgentId, ContactGroupId, ConversationId, OfferId, SessionId } from './ids.ts'
import { Instant } from './primitives.ts'

/** `friend`: to be friends with a face; `transfer`: to go on with another agent; `invite`: to talk to one more. */
export const OfferKind = z.enum(['friend', 'transfer', 'invite'])
export type OfferKind = z.infer<typeof OfferKind>

/** Only `accepted` and `declined` are the customer's own answers. */
export const OfferState = z.enum(['open', 'accepted', 'declined', 'cancelled', 'expired'])
export type OfferState = z.infer<typeof OfferState>

/** What a customer was asked to agree to, on a card in their thread. */
export const Offer = z.object({
  id: OfferId,
  kind: OfferKind,
  /** Where the card is. */
  conversationId: ConversationId,
  /** Whose face it is about; null: the organisation's. */
  agentId: AgentId.nullable(),
  fromAgentId: AgentId,
  /** Of a transfer: what moves. */
  sessionId: SessionId.nullable(),
  /** Of a friendship: how the customer will be called. */
  remark: z.string(),
  /** Of a friendship with an agent: the group of the agent's address book they will be in. */
  groupId: ContactGroupId.nullable(),
  /** A word to the customer. */
  text: z.string(),
  state: OfferState,
  at: Instant,
  /** Null: it does not expire. */
  until: Instant.nullable(),
})
export type Offer = z.infer<typeof Offer>
