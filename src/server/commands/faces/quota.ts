import { wallTimeAt } from '../../../domain/hours/zoneTime.ts'
import { isUsedUp, type QuotaFacts } from '../../../domain/paths/start.ts'
import type { AgentId, CustomerId, OrganizationId } from '../../../protocol/model/index.ts'
import { insertStart, startsOn } from '../../db/outboundStarts.ts'
import type { ReadDb } from '../../db/port.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Work } from '../../engine/work.ts'

export interface QuotaReads {
  readonly tx: ReadDb
  readonly organizationId: OrganizationId
  readonly now: number
  directory(): Promise<Directory>
}

/** What the agent has used of their quota on this day of the organisation (R-02-292). */
export const quotaOf = async (
  reads: QuotaReads,
  agentId: AgentId,
  customerId: CustomerId,
): Promise<QuotaFacts> => {
  const { reception } = (await reads.directory()).organization
  const used = await startsOn(reads.tx, reads.organizationId, agentId, await dayOf(reads), customerId)
  return { limit: reception.outboundQuota, ...used }
}

/** Takes one of the quota for somebody who is no friend; the limit where there is none left. */
export const takeFromQuota = async (
  work: Work,
  agentId: AgentId,
  customerId: CustomerId,
): Promise<{ readonly limit: number } | undefined> => {
  const quota = await quotaOf(work, agentId, customerId)
  if (isUsedUp(quota)) return { limit: quota.limit }
  if (!quota.counted) await insertStart(work.tx, work.organizationId, agentId, await dayOf(work), customerId)
  return undefined
}

const dayOf = async (reads: QuotaReads): Promise<string> =>
  wallTimeAt(reads.now, (await reads.directory()).organization.timeZone).date
