import { sql } from '../../base/sql.ts'
import type { BotId, OrganizationId, SessionId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** How far a bot has come in a session that it has. */
export interface BotTalkRow {
  readonly session_id: SessionId
  readonly bot_id: BotId
  /** Answers in a row that were not understood. */
  readonly misses: number
  /** It has answered up to this message. */
  readonly answered_seq: number
  /** Since when a message waits for it; null: none does. */
  readonly asked_at: number | null
}

export const insertBotTalk = async (
  db: WriteDb,
  organizationId: OrganizationId,
  row: BotTalkRow,
): Promise<void> => {
  await db.run(sql`
    insert into bot_talks (organization_id, session_id, bot_id, misses, answered_seq, asked_at)
    values (${organizationId}, ${row.session_id}, ${row.bot_id}, ${row.misses}, ${row.answered_seq}, ${row.asked_at})`)
}

export const findBotTalk = async (
  db: ReadDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
): Promise<BotTalkRow | undefined> =>
  db.get<BotTalkRow>(sql`
    select session_id, bot_id, misses, answered_seq, asked_at from bot_talks
    where organization_id = ${organizationId} and session_id = ${sessionId}`)

/** Something waits for the bot; false: no bot has the session. */
export const askBotTalk = async (
  db: WriteDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
  at: number,
): Promise<boolean> =>
  (await db.run(sql`
    update bot_talks set asked_at = ${at}
    where organization_id = ${organizationId} and session_id = ${sessionId}`)) === 1

export const saveBotTalk = async (
  db: WriteDb,
  organizationId: OrganizationId,
  row: Pick<BotTalkRow, 'session_id' | 'misses' | 'answered_seq' | 'asked_at'>,
): Promise<void> => {
  await db.run(sql`
    update bot_talks set misses = ${row.misses}, answered_seq = ${row.answered_seq}, asked_at = ${row.asked_at}
    where organization_id = ${organizationId} and session_id = ${row.session_id}`)
}

/** How many answers in a row have not helped; undefined: no bot has the session, or something was said of this one already. */
export const judgeBotTalk = async (
  db: WriteDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
  { seq, helpful }: { readonly seq: number; readonly helpful: boolean },
): Promise<number | undefined> =>
  (
    await db.get<{ unhelpful: number }>(sql`
      update bot_talks set judged_seq = ${seq}, unhelpful = ${helpful ? sql`0` : sql`unhelpful + 1`}
      where organization_id = ${organizationId} and session_id = ${sessionId} and judged_seq < ${seq}
      returning unhelpful`)
  )?.unhelpful

export const deleteBotTalk = async (
  db: WriteDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
): Promise<void> => {
  await db.run(
    sql`delete from bot_talks where organization_id = ${organizationId} and session_id = ${sessionId}`,
  )
}

/** Sessions in which a message has waited for the bot since before `until`, the longest waiting first. */
export const askedBefore = async (
  db: ReadDb,
  until: number,
  limit: number,
): Promise<{ readonly organization_id: OrganizationId; readonly session_id: SessionId }[]> =>
  db.all(sql`
    select t.organization_id, t.session_id from bot_talks t
    join sessions s on s.organization_id = t.organization_id and s.id = t.session_id
    where t.asked_at is not null and t.asked_at <= ${until} and s.state = 'active'
    order by t.asked_at, t.session_id limit ${limit}`)
