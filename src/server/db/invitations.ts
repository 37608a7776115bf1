import { sql, type Sql } from '../../base/sql.ts'
import {
  INVITATION_DEFAULTS,
  wholeLooks,
  type AgentId,
  type FileId,
  type InvitationId,
  type InvitationKind,
  type InvitationRuleId,
  type InvitationSettings,
  type InvitationState,
  type OrganizationId,
  type SessionId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** One invitation that a visitor was shown. */
export interface InvitationRow {
  readonly id: InvitationId
  /** Hash of the visitor's key. */
  readonly visitor: string
  readonly visit: number
  readonly kind: InvitationKind
  readonly rule_id: InvitationRuleId | null
  readonly agent_id: AgentId | null
  readonly state: InvitationState
  readonly shown_at: number
  readonly answered_at: number | null
  readonly session_id: SessionId | null
}

const columns: Sql = {
  text: 'id, visitor, visit, kind, rule_id, agent_id, state, shown_at, answered_at, session_id',
  values: [],
}

/** Undefined: nobody has saved any yet. */
export const findInvitationSettings = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<InvitationSettings | undefined> => {
  const row = await db.get<{ data: string }>(
    sql`select data from invitation_settings where organization_id = ${organizationId}`,
  )
  if (!row) return undefined
  const settings = { ...INVITATION_DEFAULTS, ...(JSON.parse(row.data) as InvitationSettings) }
  return {
    ...settings,
    manualLooks: wholeLooks(settings.manualLooks),
    rules: settings.rules.map((rule) => ({ ...rule, looks: wholeLooks(rule.looks) })),
  }
}

/** The pictures that invitations show to everybody. */
export const picturesOf = ({
  manualLooks,
  rules,
}: Pick<InvitationSettings, 'manualLooks' | 'rules'>): FileId[] =>
  [manualLooks, ...rules.map(({ looks }) => looks)]
    .flatMap(({ desktop, mobile }) => [desktop.pictureFileId, mobile.pictureFileId])
    .filter((id) => id !== null)

export const saveInvitationSettings = async (
  db: WriteDb,
  organizationId: OrganizationId,
  settings: InvitationSettings,
): Promise<void> => {
  await db.run(sql`
    insert into invitation_settings (organization_id, data, version)
    values (${organizationId}, ${JSON.stringify(settings)}, ${settings.version})
    on conflict (organization_id) do update set data = excluded.data, version = excluded.version`)
}

export const insertInvitation = async (
  db: WriteDb,
  organizationId: OrganizationId,
  row: InvitationRow,
): Promise<void> => {
  await db.run(sql`
    insert into invitations (organization_id, id, visitor, visit, kind, rule_id, agent_id, state, shown_at, answered_at,
      session_id)
    values (${organizationId}, ${row.id}, ${row.visitor}, ${row.visit}, ${row.kind}, ${row.rule_id}, ${row.agent_id},
      ${row.state}, ${row.shown_at}, ${row.answered_at}, ${row.session_id})`)
}

export const findInvitation = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: InvitationId,
): Promise<InvitationRow | undefined> =>
  db.get<InvitationRow>(
    sql`select ${columns} from invitations where organization_id = ${organizationId} and id = ${id}`,
  )

/** What one visitor was shown last, newest first. */
export const latestInvitations = async (
  db: ReadDb,
  organizationId: OrganizationId,
  visitor: string,
): Promise<InvitationRow[]> =>
  db.all<InvitationRow>(sql`
    select ${columns} from invitations
    where organization_id = ${organizationId} and visitor = ${visitor} order by shown_at desc limit 20`)

/** Says what became of it, once; false: it was said before. */
export const answerInvitation = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: InvitationId,
  state: Exclude<InvitationState, 'shown'>,
  at: number,
): Promise<boolean> =>
  (await db.run(sql`
    update invitations set state = ${state}, answered_at = ${at}
    where organization_id = ${organizationId} and id = ${id} and state = 'shown'`)) === 1

/** What a visitor has accepted lately and no session was opened for. */
export const acceptedInvitation = async (
  db: ReadDb,
  organizationId: OrganizationId,
  visitor: string,
  since: number,
): Promise<InvitationRow | undefined> =>
  db.get<InvitationRow>(sql`
    select ${columns} from invitations
    where organization_id = ${organizationId} and visitor = ${visitor} and state = 'accepted' and session_id is null
      and shown_at > ${since}
    order by shown_at desc limit 1`)

export const noteSessionOfInvitation = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: InvitationId,
  sessionId: SessionId,
): Promise<void> => {
  await db.run(sql`
    update invitations set session_id = ${sessionId}
    where organization_id = ${organizationId} and id = ${id}`)
}
