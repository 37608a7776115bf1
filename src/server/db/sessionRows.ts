import { type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  LeftMessage,
  Rating,
  Session,
  SessionBot,
  SessionFace,
  SessionId,
  SessionSurvey,
  SessionTarget,
  TopicId,
  TransferOffer,
  VisitSource,
  Why,
} from '../../protocol/model/index.ts'

export interface SessionRow {
  readonly id: SessionId
  readonly conversation_id: ConversationId
  readonly customer_id: Session['customerId']
  readonly channel: Session['channel']
  readonly state: Session['state']
  readonly initiator: Session['initiator']
  readonly target_kind: SessionTarget['kind']
  readonly target_id: string
  readonly handler_id: AgentId | null
  readonly priority: number
  readonly why: string
  readonly requested_at: number
  readonly pending_since: number | null
  readonly assigned_at: number | null
  readonly first_reply_at: number | null
  readonly ended_at: number | null
  readonly end_reason: Session['endReason']
  readonly topic_id: TopicId | null
  readonly version: number
  readonly first_seq: number
  readonly survey_at: number | null
  readonly survey_expires_at: number | null
  readonly survey_undelivered: number
  readonly rating_stars: number | null
  readonly rating_tags: string | null
  readonly rating_solved: Rating['solved']
  readonly rating_comment: string | null
  readonly rated_at: number | null
  readonly source: string | null
  readonly left_message: string | null
  readonly bot: string | null
  readonly face: string | null
  readonly offer: string | null
  readonly resting: number
  readonly former_id: SessionId | null
  readonly valid: number | null
  readonly length_ms: number | null
}

/** A session, and the number of the first message that belongs to it. */
export interface StoredSession {
  readonly session: Session
  readonly firstSeq: number
}

export const targetIdOf = (target: SessionTarget): string =>
  target.kind === 'group' ? target.groupId : target.agentId

export const toTarget = (kind: SessionTarget['kind'], id: string): SessionTarget =>
  kind === 'group'
    ? { kind, groupId: id as Extract<SessionTarget, { kind: 'group' }>['groupId'] }
    : { kind, agentId: id as AgentId }

const COLUMN_NAMES = [
  'id',
  'conversation_id',
  'customer_id',
  'channel',
  'state',
  'initiator',
  'target_kind',
  'target_id',
  'handler_id',
  'priority',
  'why',
  'first_seq',
  'requested_at',
  'pending_since',
  'assigned_at',
  'first_reply_at',
  'ended_at',
  'end_reason',
  'topic_id',
  'version',
  'survey_at',
  'survey_expires_at',
  'survey_undelivered',
  'rating_stars',
  'rating_tags',
  'rating_solved',
  'rating_comment',
  'rated_at',
  'source',
  'left_message',
  'bot',
  'face',
  'offer',
  'resting',
  'former_id',
  'valid',
  'length_ms',
]

/** What a `SessionRow` is made of. */
export const SESSION_COLUMNS: Sql = { text: COLUMN_NAMES.join(', '), values: [] }

export const rowToSession = (row: SessionRow): StoredSession => ({
  firstSeq: row.first_seq,
  session: {
    id: row.id,
    conversationId: row.conversation_id,
    customerId: row.customer_id,
    channel: row.channel,
    state: row.state,
    initiator: row.initiator,
    target: toTarget(row.target_kind, row.target_id),
    handlerId: row.handler_id,
    priority: row.priority,
    why: JSON.parse(row.why) as Why,
    requestedAt: row.requested_at,
    pendingSince: row.pending_since,
    assignedAt: row.assigned_at,
    firstReplyAt: row.first_reply_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    topicId: row.topic_id,
    version: row.version,
    ...surveyOf(row),
    ...(row.source !== null && { source: JSON.parse(row.source) as VisitSource }),
    ...leftMessageOf(row),
    ...(row.face !== null && { face: JSON.parse(row.face) as SessionFace }),
    ...(row.offer !== null && { offer: JSON.parse(row.offer) as TransferOffer }),
    ...(row.resting === 1 && { resting: true as const }),
    ...(row.former_id !== null && { formerId: row.former_id }),
    ...(row.valid !== null && { measure: { valid: row.valid === 1, lengthMs: row.length_ms ?? 0 } }),
    ...(row.bot !== null && { bot: JSON.parse(row.bot) as SessionBot }),
  },
})

/** The message with which the session, or its row in the pool, began. */
export const leftMessageOf = (row: { readonly left_message: string | null }): { leftMessage?: LeftMessage } =>
  row.left_message === null ? {} : { leftMessage: JSON.parse(row.left_message) as LeftMessage }

const surveyOf = (row: SessionRow): { survey?: SessionSurvey } =>
  row.survey_at === null || row.survey_expires_at === null
    ? {}
    : {
        survey: {
          askedAt: row.survey_at,
          expiresAt: row.survey_expires_at,
          ...(row.survey_undelivered === 1 && { undelivered: true }),
          rating: ratingOf(row),
        },
      }

const ratingOf = (row: SessionRow): Rating | null =>
  row.rating_stars === null || row.rated_at === null
    ? null
    : {
        stars: row.rating_stars,
        tags: JSON.parse(row.rating_tags ?? '[]') as string[],
        solved: row.rating_solved,
        comment: row.rating_comment ?? '',
        at: row.rated_at,
      }
