import type { AgentId, CustomerId, CustomerMarks } from '../../../protocol/model/index.ts'
import { colorMarksOn, saveColorMarks } from '../../db/colorMarks.ts'
import type { Work } from '../../engine/work.ts'

/** Keeps what an agent marked a customer with, and tells that agent alone (R-03-055). */
export const keepMarks = async (work: Work, agentId: AgentId, marks: CustomerMarks): Promise<void> => {
  await saveColorMarks(work.tx, work.organizationId, agentId, marks)
  work.publish(`agent:${agentId}`, 'color-marks.changed', { marks })
}

/** A talk turned out to be another customer's: whoever has not marked them keeps the marks of before. */
export const giveMarks = async (work: Work, from: CustomerId, to: CustomerId): Promise<void> => {
  const { tx, organizationId } = work
  const known = new Set((await colorMarksOn(tx, organizationId, to)).map(({ agentId }) => agentId))
  for (const { agentId, marks } of await colorMarksOn(tx, organizationId, from)) {
    await keepMarks(work, agentId, { customerId: from, markIds: [] })
    if (!known.has(agentId)) await keepMarks(work, agentId, { ...marks, customerId: to })
  }
}
