import { newSession } from '../../../domain/sessions/newSession.ts'
import type {
  LeftMessage,
  Session,
  SessionFace,
  SessionId,
  VisitSource,
} from '../../../protocol/model/index.ts'
import { setLatestSession, type ConversationRow } from '../../db/conversations.ts'
import { insertJournalEntry } from '../../db/sessionJournal.ts'
import { insertSession, type StoredSession } from '../../db/sessions.ts'
import { targetOfWidget } from '../../db/widgets.ts'
import type { Work } from '../../engine/work.ts'
import type { RoutingReads } from './routingReads.ts'

export interface Opening {
  readonly leftMessage?: LeftMessage
  /** It goes on where this one ended. */
  readonly formerId?: SessionId
  /** Null: whoever the entry point names. */
  readonly target?: Session['target'] | null
}

/** Begins a new session of the conversation in state `requested` (R-02-140); routing decides what becomes of it. */
export const openSession = async (
  work: Work,
  conversation: ConversationRow,
  initiator: Session['initiator'],
  firstSeq: number,
  { leftMessage, formerId, target }: Opening = {},
): Promise<StoredSession> => {
  const { tx, organizationId, now } = work
  const face = faceOf(conversation)
  const session = newSession({
    id: work.ids.next() as SessionId,
    conversationId: conversation.id,
    customerId: conversation.customer_id,
    channel: conversation.channel,
    initiator,
    target: face
      ? { kind: 'agent', agentId: face.agentId }
      : (target ?? (await targetOf(work, conversation))),
    ...(face && { face }),
    why: { step: initiator === 'agent' ? 'agent-started' : 'receiver' },
    requestedAt: now,
    ...(conversation.source !== null && { source: JSON.parse(conversation.source) as VisitSource }),
    ...(leftMessage && { leftMessage }),
    ...(formerId && { formerId }),
  })
  await insertSession(tx, organizationId, { session, firstSeq })
  await setLatestSession(tx, organizationId, conversation.id, session.id)
  await insertJournalEntry(tx, organizationId, {
    sessionId: session.id,
    version: session.version,
    at: now,
    actor: work.actor,
    cause: 'requested',
    from: null,
    to: session.state,
    fromHandlerId: null,
    toHandlerId: null,
    topicId: session.topicId,
    why: session.why,
  })
  work.publish(`thread:${conversation.id}`, 'session.requested', { session })
  return { session, firstSeq }
}

const faceOf = ({ face_agent_id: agentId, friend_since }: ConversationRow): SessionFace | undefined =>
  agentId === null ? undefined : { agentId, direct: friend_since !== null }

/** Step 5 of routing: whom the entry point names, else the main group (R-02-085). */
export const targetOf = async (
  reads: RoutingReads,
  { widget_id }: Pick<ConversationRow, 'widget_id'>,
): Promise<Session['target']> => {
  const { tx, organizationId } = reads
  const named = widget_id === null ? undefined : await targetOfWidget(tx, organizationId, widget_id)
  if (named) return named
  const groups = [...(await reads.directory()).groups.values()]
  const main = groups.find((group) => group.main)
  if (!main) throw new Error('the organisation has no main group')
  return { kind: 'group', groupId: main.id }
}
