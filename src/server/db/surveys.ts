import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  OrganizationId,
  RatedSession,
  Rating,
  SessionId,
  SessionSurvey,
  Survey,
  SurveyCard,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface SurveyRow {
  readonly switched_on: number
  readonly sending: Survey['sending']
  readonly card: string
  readonly valid_hours: number
  readonly version: number
}

/** Undefined: nobody has saved any settings yet. */
export const findSurvey = async (db: ReadDb, organizationId: OrganizationId): Promise<Survey | undefined> => {
  const row = await db.get<SurveyRow>(sql`
    select switched_on, sending, card, valid_hours, version from surveys where organization_id = ${organizationId}`)
  return (
    row && {
      on: row.switched_on === 1,
      sending: row.sending,
      card: JSON.parse(row.card) as SurveyCard,
      validHours: row.valid_hours,
      version: row.version,
    }
  )
}

export const saveSurvey = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { on, sending, card, validHours, version }: Survey,
): Promise<void> => {
  await db.run(sql`
    insert into surveys (organization_id, switched_on, sending, card, valid_hours, version)
    values (${organizationId}, ${on ? 1 : 0}, ${sending}, ${JSON.stringify(card)}, ${validHours}, ${version})
    on conflict (organization_id) do update set switched_on = excluded.switched_on, sending = excluded.sending,
      card = excluded.card, valid_hours = excluded.valid_hours, version = excluded.version`)
}

/** Keeps that the session's customer was asked, and exactly what. */
export const saveAsked = async (
  db: WriteDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
  {
    card,
    askedAt,
    expiresAt,
    undelivered,
  }: Pick<SessionSurvey, 'askedAt' | 'expiresAt' | 'undelivered'> & { readonly card: SurveyCard },
): Promise<void> => {
  await db.run(sql`
    update sessions set survey_at = ${askedAt}, survey_expires_at = ${expiresAt}, survey_card = ${JSON.stringify(card)},
      survey_undelivered = ${undelivered ? 1 : 0}
    where organization_id = ${organizationId} and id = ${sessionId}`)
}

/** The card the session's customer was shown. */
export const cardOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
): Promise<SurveyCard | undefined> => {
  const row = await db.get<{ card: string | null }>(sql`
    select survey_card as card from sessions where organization_id = ${organizationId} and id = ${sessionId}`)
  return row?.card ? (JSON.parse(row.card) as SurveyCard) : undefined
}

/** By what a survey is found that is answered on a page of its own; undefined: nobody has asked for the page. */
export const surveyTokenOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
): Promise<string | undefined> =>
  (
    await db.get<{ token: string | null }>(sql`
      select survey_token as token from sessions
      where organization_id = ${organizationId} and id = ${sessionId}`)
  )?.token ?? undefined

export const saveSurveyToken = async (
  db: WriteDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
  token: string,
): Promise<void> => {
  await db.run(sql`
    update sessions set survey_token = ${token}
    where organization_id = ${organizationId} and id = ${sessionId}`)
}

/** Whose survey the token is for: whoever holds it may answer. */
export const findSurveyByToken = async (
  db: ReadDb,
  token: string,
): Promise<{ readonly organizationId: OrganizationId; readonly sessionId: SessionId } | undefined> => {
  const row = await db.get<{ organization_id: OrganizationId; id: SessionId }>(
    sql`select organization_id, id from sessions where survey_token = ${token}`,
  )
  return row && { organizationId: row.organization_id, sessionId: row.id }
}

export const saveRating = async (
  db: WriteDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
  { stars, tags, solved, comment, at }: Rating,
): Promise<void> => {
  await db.run(sql`
    update sessions set rating_stars = ${stars}, rating_tags = ${JSON.stringify(tags)}, rating_solved = ${solved},
      rating_comment = ${comment}, rated_at = ${at}
    where organization_id = ${organizationId} and id = ${sessionId}`)
}

/** How many of an agent's sessions were rated since, and the mean of their stars; null: none. */
export const ratingsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  since: number,
): Promise<{ count: number; stars: number | null }> => {
  const row = await db.get<{ count: number; stars: number | null }>(sql`
    select count(*) as count, sum(rating_stars) as stars from sessions
    where organization_id = ${organizationId} and handler_id = ${agentId} and rated_at >= ${since}`)
  const count = Number(row?.count ?? 0)
  return { count, stars: count === 0 ? null : Number(row?.stars) / count }
}

interface RatedRow {
  readonly id: SessionId
  readonly conversation_id: ConversationId
  readonly customer_id: CustomerId
  readonly name: string
  readonly number: number
  readonly rating_stars: number
  readonly rating_tags: string
  readonly rating_solved: Rating['solved']
  readonly rating_comment: string
  readonly rated_at: number
}

/** An agent's sessions that were rated since, the newest rating first. */
export const ratedSessionsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  since: number,
): Promise<RatedSession[]> =>
  (
    await db.all<RatedRow>(sql`
      select s.id, s.conversation_id, s.customer_id, c.name, c.number, s.rating_stars, s.rating_tags, s.rating_solved,
        s.rating_comment, s.rated_at
      from sessions s join customers c on c.organization_id = s.organization_id and c.id = s.customer_id
      where s.organization_id = ${organizationId} and s.handler_id = ${agentId} and s.rated_at >= ${since}
      order by s.rated_at desc, s.id limit ${LONGEST_LIST}`)
  ).map((row) => ({
    sessionId: row.id,
    conversationId: row.conversation_id,
    customerId: row.customer_id,
    name: row.name,
    number: row.number,
    rating: {
      stars: row.rating_stars,
      tags: JSON.parse(row.rating_tags) as string[],
      solved: row.rating_solved,
      comment: row.rating_comment,
      at: row.rated_at,
    },
  }))

/** More than an agent is rated in a day. */
const LONGEST_LIST = 200
