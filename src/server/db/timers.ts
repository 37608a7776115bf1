import { sql } from '../../base/sql.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

export type TimerKind =
  | 'agent-offline'
  | 'agent-away'
  | 'session-idle'
  | 'group-opens'
  | 'message-erase'
  | 'annotation-silent'
  | 'block-end'
  | 'session-requeue'
  | 'session-unanswered'
  | 'session-rest'
  | 'reminder'
  | 'scheduled-message'
  | 'invitation-ignored'
  | 'answer-mail'
  | 'router-silent'
  | 'offer-end'

/** Something that falls due: at most one of a kind for a subject. */
export interface TimerRow {
  readonly organization_id: OrganizationId
  readonly kind: TimerKind
  readonly subject: string
  readonly due_at: number
}

export const setTimer = async (
  db: WriteDb,
  { organization_id, kind, subject, due_at }: TimerRow,
): Promise<void> => {
  await db.run(sql`
    insert into timers (organization_id, kind, subject, due_at)
    values (${organization_id}, ${kind}, ${subject}, ${due_at})
    on conflict (organization_id, kind, subject) do update set due_at = excluded.due_at`)
}

export const deleteTimer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  kind: TimerKind,
  subject: string,
): Promise<void> => {
  await db.run(sql`
    delete from timers where organization_id = ${organizationId} and kind = ${kind} and subject = ${subject}`)
}

/** What several timers of these subjects wait for has come. */
export const deleteTimers = async (
  db: WriteDb,
  organizationId: OrganizationId,
  kinds: readonly TimerKind[],
  subjects: readonly string[],
): Promise<void> => {
  await db.run(sql`
    delete from timers
    where organization_id = ${organizationId} and kind in (${anyOf(kinds)}) and subject in (${anyOf(subjects)})`)
}

/** Takes those of one kind that are due: whoever gets them fires them, in the same transaction. Answers in the order given. */
export const claimTimers = async (
  db: WriteDb,
  organizationId: OrganizationId,
  kind: TimerKind,
  subjects: readonly string[],
  now: number,
): Promise<string[]> => {
  const rows = await db.all<{ subject: string }>(sql`
    delete from timers
    where organization_id = ${organizationId} and kind = ${kind} and subject in (${anyOf(subjects)}) and due_at <= ${now}
    returning subject`)
  const claimed = new Set(rows.map(({ subject }) => subject))
  return subjects.filter((subject) => claimed.has(subject))
}

/** Takes a timer before it is due; false: it has fired, or was never set. */
export const takeTimer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  kind: TimerKind,
  subject: string,
): Promise<boolean> =>
  (await claimTimers(db, organizationId, kind, [subject], Number.MAX_SAFE_INTEGER)).length === 1

/** What is due, in the order in which it fell due (R-02-007). */
export const dueTimers = async (db: ReadDb, now: number, limit: number): Promise<TimerRow[]> =>
  db.all<TimerRow>(sql`
    select organization_id, kind, subject, due_at from timers
    where due_at <= ${now} order by due_at, organization_id, kind, subject limit ${limit}`)

/** When the next one falls due; null: none is set. */
export const nextDueAt = async (db: ReadDb): Promise<number | null> =>
  (await db.get<{ next: number | null }>(sql`select min(due_at) as next from timers`))?.next ?? null
