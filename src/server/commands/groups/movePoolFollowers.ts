import type { ReceptionGroup, Scope } from '../../../protocol/model/index.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Work } from '../../engine/work.ts'

/**
 * New members see the group's part of the pool from here on, former ones no longer (R-02-112).
 *
 * Which parts an agent sees follows from the groups; the entries tell those who are connected, and those who come back.
 */
export const movePoolFollowers = (
  work: Work,
  { agents }: Directory,
  before: ReceptionGroup | undefined,
  after: ReceptionGroup | undefined,
): void => {
  const was = before?.memberIds ?? []
  const is = new Set(after?.memberIds)
  const changed = [...was.filter((id) => !is.has(id)), ...[...is].filter((id) => !was.includes(id))]
  const groupId = after?.id ?? before?.id
  const scope: Scope = `pool:group:${groupId ?? ''}`
  for (const agentId of changed) {
    // Who sees all of the pool is told nothing about parts of it.
    if (agents.get(agentId)?.permissions.has('customer.config') !== false) continue
    work.publish(`agent:${agentId}`, is.has(agentId) ? 'scope.followed' : 'scope.lost', { scope })
  }
}
