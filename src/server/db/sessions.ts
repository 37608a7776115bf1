import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  Channel,
  ConversationId,
  CustomerId,
  GroupId,
  LeftMessage,
  OrganizationId,
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
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

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
}

/** A session, and the number of the first message that belongs to it. */
export interface StoredSession {
  readonly session: Session
  readonly firstSeq: number
}

export const insertSession = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { session, firstSeq }: StoredSession,
): Promise<void> => {
  await db.run(sql`
    insert into sessions (organization_id, id, conversation_id, customer_id, channel, state, initiator, target_kind,
      target_id, handler_id, priority, why, first_seq, requested_at, pending_since, assigned_at, first_reply_at, ended_at,
      end_reason, topic_id, source, left_message, face, version)
    values (${organizationId}, ${session.id}, ${session.conversationId}, ${session.customerId}, ${session.channel},
      ${session.state}, ${session.initiator}, ${session.target.kind}, ${targetIdOf(session.target)},
      ${session.handlerId}, ${session.priority}, ${JSON.stringify(session.why)}, ${firstSeq}, ${session.requestedAt},
      ${session.pendingSince}, ${session.assignedAt}, ${session.firstReplyAt}, ${session.endedAt},
      ${session.endReason}, ${session.topicId}, ${session.source ? JSON.stringify(session.source) : null},
      ${session.leftMessage ? JSON.stringify(session.leftMessage) : null},
      ${session.face ? JSON.stringify(session.face) : null}, ${session.version})`)
}

/** Saves a session that was changed by the state machine; its version must be the next one. */
export const saveSession = async (
  db: WriteDb,
  organizationId: OrganizationId,
  session: Session,
): Promise<void> => {
  const changed = await db.run(sql`
    update sessions set state = ${session.state}, target_kind = ${session.target.kind},
      target_id = ${targetIdOf(session.target)}, handler_id = ${session.handlerId}, priority = ${session.priority},
      why = ${JSON.stringify(session.why)}, pending_since = ${session.pendingSince},
      waited_ms = coalesce(cast(${receivedAt(session)} as bigint) - pending_since, waited_ms),
      assigned_at = ${session.assignedAt}, first_reply_at = ${session.firstReplyAt}, ended_at = ${session.endedAt},
      end_reason = ${session.endReason}, topic_id = ${session.topicId},
      bot = ${session.bot ? JSON.stringify(session.bot) : null},
      offer = ${session.offer ? JSON.stringify(session.offer) : null}, version = ${session.version}
    where organization_id = ${organizationId} and id = ${session.id} and version = ${session.version - 1}`)
  if (changed !== 1) throw new Error('the session was changed by somebody else inside one turn')
}

export const findSession = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: SessionId,
): Promise<StoredSession | undefined> => {
  const row = await db.get<SessionRow>(
    sql`select ${COLUMNS} from sessions where organization_id = ${organizationId} and id = ${id}`,
  )
  return row && rowToSession(row)
}

export const openSessionOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
): Promise<StoredSession | undefined> => {
  const row = await db.get<SessionRow>(sql`
    select ${COLUMNS} from sessions
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and state <> 'ended'`)
  return row && rowToSession(row)
}

/** The open session of a thread is on its channel. */
export const setSessionsChannel = async (
  db: WriteDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  channel: Channel,
): Promise<void> => {
  await db.run(sql`
    update sessions set channel = ${channel}
    where organization_id = ${organizationId} and conversation_id = ${conversationId} and state <> 'ended'`)
}

/** The sessions of a thread are those of its customer. */
export const giveSessions = async (
  db: WriteDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  customerId: CustomerId,
): Promise<void> => {
  await db.run(sql`
    update sessions set customer_id = ${customerId}
    where organization_id = ${organizationId} and conversation_id = ${conversationId}`)
}

/** Who had the conversation's last session for the target, if it ended after `since`. */
export const lastHandlerFor = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  target: SessionTarget,
  since: number,
): Promise<AgentId | null> =>
  (
    await db.get<{ handler_id: AgentId | null }>(sql`
      select handler_id from sessions
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and state = 'ended'
        and target_kind = ${target.kind} and target_id = ${targetIdOf(target)} and ended_at > ${since}
      order by requested_at desc limit 1`)
  )?.handler_id ?? null

/** The latest session of each of some conversations. No join: in SQLite it takes four times as long. */
export const latestSessions = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationIds: readonly ConversationId[],
): Promise<Session[]> =>
  conversationIds.length === 0
    ? []
    : (
        await db.all<SessionRow>(sql`
          select ${COLUMNS} from sessions
          where organization_id = ${organizationId} and id in (
            select session_id from conversations
            where organization_id = ${organizationId} and id in (${anyOf(conversationIds)}))`)
      ).map((row) => rowToSession(row).session)

/** The sessions that wait for one target: left messages last, highest priority first, then the longest waiting (R-02-123). */
export const pendingOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
  limit: number,
): Promise<StoredSession[]> =>
  (
    await db.all<SessionRow>(sql`
      select ${COLUMNS} from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state = 'pending'
      order by case when left_message is null then 0 else 1 end, priority desc, pending_since, id limit ${limit}`)
  ).map(rowToSession)

/**
 * What of that one agent may be given without being asked (R-02-123, R-02-124): not whom they blocked (R-02-300), and of
 * a group's sessions not those they gave away or missed before (R-02-195, R-02-209).
 */
export const pendingForAgent = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
  agentId: AgentId,
  limit: number,
): Promise<StoredSession[]> => {
  const missed = sql`not exists (
    select 1 from session_journal j where j.organization_id = sessions.organization_id and j.session_id = sessions.id
      and j.from_handler_id = ${agentId} and j.cause in ('transferred', 'forced', 'timeout'))`
  return (
    await db.all<SessionRow>(sql`
      select ${COLUMNS} from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state = 'pending' and ${target.kind === 'group' ? missed : sql`true`}
        and not exists (select 1 from block_entries b where b.organization_id = sessions.organization_id
          and b.agent_id = ${agentId} and b.customer_id = sessions.customer_id)
      order by case when left_message is null then 0 else 1 end, priority desc, pending_since, id limit ${limit}`)
  ).map(rowToSession)
}

/** Whether anybody waits for the target: nearly always nobody does, and this takes a tenth of what the list takes. */
export const hasPending = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
): Promise<boolean> =>
  (await db.get(sql`
    select 1 as found from sessions
    where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
      and state = 'pending' limit 1`)) !== undefined

/** Whose turn it is for the target, in order; read from an index alone. Who left a message does not stand in a queue. */
export const queueFor = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
  limit: number,
): Promise<ConversationId[]> =>
  (
    await db.all<{ conversation_id: ConversationId }>(sql`
      select conversation_id from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state = 'pending' and left_message is null
      order by priority desc, pending_since, id limit ${limit}`)
  ).map(({ conversation_id }) => conversation_id)

/** When the waiting ended with somebody who receives the customer; null: it goes on, or ended without. */
const receivedAt = ({ state, pendingSince, assignedAt }: Session): number | null =>
  pendingSince === null && (state === 'assigned' || state === 'active') ? assignedAt : null

/** How long those had waited whom the target has received since then, the newest of them, in no particular order. */
export const waitsFor = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
  since: number,
  limit: number,
): Promise<number[]> =>
  (
    await db.all<{ waited: number }>(sql`
      select waited_ms as waited from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and waited_ms is not null and assigned_at > ${since}
      order by assigned_at desc limit ${limit}`)
  ).map(({ waited }) => waited)

/** How many customers wait for the target; left messages are counted apart (R-02-111). */
export const countPending = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state = 'pending' and left_message is null`)
  )?.count ?? 0

/** How many customers wait for each group; a group for which nobody waits is not there. */
export const pendingByGroup = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<GroupId, number>> =>
  new Map(
    (
      await db.all<{ target_id: GroupId; count: number }>(sql`
        select target_id, count(*) as count from sessions
        where organization_id = ${organizationId} and target_kind = 'group' and state = 'pending'
          and left_message is null
        group by target_id`)
    ).map(({ target_id, count }) => [target_id, Number(count)]),
  )

/**
 * When the customer asked for the sessions that no agent has answered, the newest first; at most `limit` since a moment.
 */
export const unansweredRequests = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
  since: number,
  limit: number,
): Promise<number[]> =>
  (
    await db.all<{ requested_at: number }>(sql`
      select requested_at from sessions
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and requested_at > ${since}
        and initiator = 'customer' and first_reply_at is null
      order by requested_at desc limit ${limit}`)
  ).map(({ requested_at }) => requested_at)

/** How many of the customer's sessions are over. */
export const countSessionsBefore = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from sessions s join conversations c
        on c.organization_id = s.organization_id and c.id = s.conversation_id
      where c.organization_id = ${organizationId} and c.customer_id = ${customerId} and s.state = 'ended'`)
  )?.count ?? 0

/** How many sessions that are not ended are meant for the target. */
export const countOpen = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from sessions
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}
        and state <> 'ended'`)
  )?.count ?? 0

/** What an agent is handling: routed sessions that are assigned or active (R-02-009). */
export const openSessionsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  handlerId: AgentId,
): Promise<StoredSession[]> =>
  (
    await db.all<SessionRow>(sql`
      select ${COLUMNS} from sessions
      where organization_id = ${organizationId} and handler_id = ${handlerId} and state <> 'ended'
      order by requested_at, id`)
  ).map(rowToSession)

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
]
const COLUMNS: Sql = { text: COLUMN_NAMES.join(', '), values: [] }

const rowToSession = (row: SessionRow): StoredSession => ({
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
    ...(row.bot !== null && { bot: JSON.parse(row.bot) as SessionBot }),
  },
})

/** The message with which the session, or its row in the pool, began. */
export const leftMessageOf = (row: { readonly left_message: string | null }): { leftMessage?: LeftMessage } =>
  row.left_message === null ? {} : { leftMessage: JSON.parse(row.left_message) as LeftMessage }

const surveyOf = (row: SessionRow): { survey?: SessionSurvey } =>
  row.survey_at === null || row.survey_expires_at === null
    ? {}
    : { survey: { askedAt: row.survey_at, expiresAt: row.survey_expires_at, rating: ratingOf(row) } }

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
