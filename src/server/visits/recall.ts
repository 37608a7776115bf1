import {
  INVITATION_DEFAULTS,
  INVITATION_MS,
  type InvitationLooks,
  type OrganizationId,
} from '../../protocol/model/index.ts'
import { findAgent } from '../db/agents.ts'
import { findInvitationSettings, latestInvitations, type InvitationRow } from '../db/invitations.ts'
import type { ReadDb } from '../db/port.ts'
import { shownInvitation } from '../publish/invitationView.ts'
import type { Visit } from './visit.ts'

/**
 * What a visitor has from before a restart: the book is in memory, invitations are rows. Without this an invitation whose
 * page was not told before would stand in everybody's way until its time is over, and nobody would see it.
 */
export const recall = async (
  db: ReadDb,
  organizationId: OrganizationId,
  visit: Visit,
  now: number,
): Promise<void> => {
  const row = (await latestInvitations(db, organizationId, visit.visitor)).find(
    ({ shown_at }) => shown_at > now - INVITATION_MS,
  )
  if (!row || visit.tell) return
  if (row.kind === 'started') {
    if (row.session_id === null) visit.tell = { open: true }
    return
  }
  if (row.state !== 'shown') return
  const agent = row.agent_id && (await findAgent(db, organizationId, row.agent_id))
  const looks = await looksOf(db, organizationId, row)
  if (!looks) return
  const agentName = agent ? agent.outwardName : null
  const shown = await shownInvitation(db, organizationId, visit, { id: row.id, looks, agentName })
  const inviter = agent ? agent.name : ''
  visit.invitation = { id: row.id, inviter, until: row.shown_at + INVITATION_MS, shown }
  visit.tell = { invitation: shown }
}

/** Undefined: its rule is gone. */
const looksOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  { rule_id }: InvitationRow,
): Promise<InvitationLooks | undefined> => {
  const { manualLooks, rules } = (await findInvitationSettings(db, organizationId)) ?? INVITATION_DEFAULTS
  return rule_id === null ? manualLooks : rules.find(({ id }) => id === rule_id)?.looks
}
