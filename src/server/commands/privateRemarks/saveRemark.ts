import type { AgentId, CustomerId, PrivateRemark } from '../../../protocol/model/index.ts'
import { remarksOn, savePrivateRemark } from '../../db/privateRemarks.ts'
import type { Work } from '../../engine/work.ts'

/** Keeps what an agent calls a customer, and tells that agent alone. */
export const saveRemark = async (work: Work, agentId: AgentId, remark: PrivateRemark): Promise<void> => {
  await savePrivateRemark(work.tx, work.organizationId, agentId, remark)
  work.publish(`agent:${agentId}`, 'private-remark.changed', { remark })
}

/** A talk turned out to be another customer's: whoever has no name for them goes on calling them so. */
export const giveRemarks = async (work: Work, from: CustomerId, to: CustomerId): Promise<void> => {
  const { tx, organizationId } = work
  const known = new Set((await remarksOn(tx, organizationId, to)).map(({ agentId }) => agentId))
  for (const { agentId, text } of await remarksOn(tx, organizationId, from)) {
    await saveRemark(work, agentId, { customerId: from, text: '' })
    if (!known.has(agentId)) await saveRemark(work, agentId, { customerId: to, text })
  }
}
