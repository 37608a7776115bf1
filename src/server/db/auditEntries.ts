import { sql } from '../../base/sql.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'
import type { Actor } from './sessionJournal.ts'

/** A sensitive command that took effect. */
export interface AuditEntry {
  readonly id: string
  readonly at: number
  readonly actor: Actor
  /** Name of the command. */
  readonly action: string
  /** What it was about: its arguments, shortened. */
  readonly subject: string
}

/** Arguments beyond this say no more about what was done. */
const SUBJECT_CHARACTERS = 2000

export const insertAuditEntry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { id, at, actor, action, subject }: AuditEntry,
): Promise<void> => {
  await db.run(sql`
    insert into audit_entries (organization_id, id, at, actor_kind, actor_id, action, subject, outcome)
    values (${organizationId}, ${id}, ${at}, ${actor.kind}, ${actor.id}, ${action},
      ${subject.slice(0, SUBJECT_CHARACTERS)}, 'done')`)
}

/** Whether the same was done by the same one since then. */
export const wasNoted = async (
  db: ReadDb,
  organizationId: OrganizationId,
  { actor, action, subject }: Pick<AuditEntry, 'actor' | 'action' | 'subject'>,
  since: number,
): Promise<boolean> =>
  (await db.get(sql`
    select 1 as found from audit_entries
    where organization_id = ${organizationId} and actor_id = ${actor.id} and at > ${since}
      and action = ${action} and subject = ${subject.slice(0, SUBJECT_CHARACTERS)}
    limit 1`)) !== undefined

/** Newest first. */
export const auditEntriesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  limit: number,
): Promise<AuditEntry[]> =>
  (
    await db.all<{
      id: string
      at: number
      actor_kind: Actor['kind']
      actor_id: string | null
      action: string
      subject: string
    }>(sql`
      select id, at, actor_kind, actor_id, action, subject from audit_entries
      where organization_id = ${organizationId} order by at desc, id desc limit ${limit}`)
  ).map(({ actor_kind, actor_id, ...entry }) => ({ ...entry, actor: { kind: actor_kind, id: actor_id } }))
