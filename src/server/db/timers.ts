import { sql } from '../../base/sql.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export type TimerKind =
  | 'agent-offline'
  | 'agent-away'
  | 'session-idle'
  | 'block-end'
  | 'session-requeue'
  | 'session-unanswered'
  | 'invitation-ignored'
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

/** What two timers of one subject wait for has come. */
export const deleteTimers = async (
  db: WriteDb,
  organizationId: OrganizationId,
  kinds: readonly [TimerKind, TimerKind],
  subject: string,
): Promise<void> => {
  await db.run(sql`
    delete from timers
    where organization_id = ${organizationId} and kind in (${kinds[0]}, ${kinds[1]}) and subject = ${subject}`)
}

/** Takes a timer if it is due: whoever gets true fires it, in the same transaction. */
export const claimTimer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  kind: TimerKind,
  subject: string,
  now: number,
): Promise<boolean> =>
  (await db.run(sql`
    delete from timers
    where organization_id = ${organizationId} and kind = ${kind} and subject = ${subject} and due_at <= ${now}`)) ===
  1

/** Takes a timer before it is due; false: it has fired, or was never set. */
export const takeTimer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  kind: TimerKind,
  subject: string,
): Promise<boolean> => claimTimer(db, organizationId, kind, subject, Number.MAX_SAFE_INTEGER)

/** What is due, in the order in which it fell due (R-02-007). */
export const dueTimers = async (db: ReadDb, now: number, limit: number): Promise<TimerRow[]> =>
  db.all<TimerRow>(sql`
    select organization_id, kind, subject, due_at from timers
    where due_at <= ${now} order by due_at, organization_id, kind, subject limit ${limit}`)

/** When the next one falls due; null: none is set. */
export const nextDueAt = async (db: ReadDb): Promise<number | null> =>
  (await db.get<{ next: number | null }>(sql`select min(due_at) as next from timers`))?.next ?? null
