import type { Session } from '../../protocol/model/index.ts'

/** What is known of a session when somebody asks for it. */
export type SessionRequest = Pick<
  Session,
  'id' | 'conversationId' | 'customerId' | 'channel' | 'initiator' | 'target' | 'why' | 'requestedAt'
> &
  Partial<Session>

/** A session at its beginning (R-02-140): nobody has it, nothing has happened yet. */
export const newSession = (request: SessionRequest): Session => ({
  state: 'requested',
  handlerId: null,
  priority: 0,
  pendingSince: null,
  assignedAt: null,
  firstReplyAt: null,
  endedAt: null,
  endReason: null,
  topicId: null,
  version: 1,
  ...request,
})
