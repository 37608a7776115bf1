import type { AgentId, GroupId } from '../../../protocol/model/index.ts'
import { presentMembers, type PresenceRow } from '../../db/agentPresence.ts'
import type { RoutingReads } from './routingReads.ts'

/** The members who are there, as they stand after what was decided and is not written yet. */
export interface PresentBoard {
  readonly present: NonNullable<RoutingReads['present']>
  /** A session that counts as load goes from one to the other. */
  moved(from: AgentId | null, to: AgentId | null): void
}

/** Reads each group once: many sessions of it are given on at one moment. */
export const createPresentBoard = ({
  tx,
  organizationId,
  now,
}: Pick<RoutingReads, 'tx' | 'organizationId' | 'now'>): PresentBoard => {
  const rows = new Map<AgentId, PresenceRow>()
  const members = new Map<GroupId, readonly AgentId[]>()
  const change = (agentId: AgentId | null, how: (row: PresenceRow) => PresenceRow): void => {
    const row = agentId === null ? undefined : rows.get(agentId)
    if (row) rows.set(row.agent_id, how(row))
  }
  return {
    present: async (groupId) => {
      let ids = members.get(groupId)
      if (!ids) {
        const read = await presentMembers(tx, organizationId, groupId)
        for (const row of read) if (!rows.has(row.agent_id)) rows.set(row.agent_id, row)
        ids = read.map((row) => row.agent_id)
        members.set(groupId, ids)
      }
      return ids.flatMap((id) => rows.get(id) ?? [])
    },
    moved: (from, to) => {
      change(from, (row) => ({ ...row, load: row.load - 1 }))
      change(to, (row) => ({ ...row, load: row.load + 1, last_assigned_at: now }))
    },
  }
}
