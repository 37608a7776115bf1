import { ok, refuse, type Result } from '../../../base/result.ts'
import type { AgentId, CustomerId, FollowRecord, FollowRecordId } from '../../../protocol/model/index.ts'
import { FOLLOW_RECORD_EDIT_MS } from '../../../protocol/model/limits.ts'
import { touchCustomer } from '../../db/customers.ts'
import {
  deleteFollowRecord,
  findFollowRecord,
  insertFollowRecord,
  saveFollowText,
} from '../../db/followRecords.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { publishCustomer, visibleCustomer } from './visibleCustomer.ts'

export const addFollowRecord: Handler<'follow-record.add'> = async (
  work,
  { agentId },
  { customerId, text },
) => {
  if (!(await visibleCustomer(work, agentId, customerId))) return refuse('not-found')
  const record: FollowRecord = {
    id: work.ids.next() as FollowRecordId,
    authorId: agentId,
    at: work.now,
    editedAt: null,
    text,
  }
  await insertFollowRecord(work.tx, work.organizationId, customerId, record)
  await tell(work, customerId)
  return ok({ record })
}

export const editFollowRecord: Handler<'follow-record.edit'> = async (
  work,
  { agentId },
  { customerId, id, was, text },
) => {
  const found = await ownRecord(work, agentId, customerId, id)
  if (!found.ok) return found
  if (found.value.text !== was && found.value.text !== text) return refuse('conflict')
  const record = { ...found.value, text, editedAt: work.now }
  await saveFollowText(work.tx, work.organizationId, record)
  await tell(work, customerId)
  return ok({ record })
}

export const removeFollowRecord: Handler<'follow-record.remove'> = async (
  work,
  { agentId },
  { customerId, id },
) => {
  const found = await ownRecord(work, agentId, customerId, id)
  if (!found.ok) return found
  await deleteFollowRecord(work.tx, work.organizationId, id)
  await tell(work, customerId)
  return ok({})
}

/** A record its author may still change (R-05-041). */
const ownRecord = async (
  work: Work,
  agentId: AgentId,
  customerId: CustomerId,
  id: FollowRecordId,
): Promise<Result<FollowRecord, 'not-found' | 'not-your-record' | 'record-too-late'>> => {
  if (!(await visibleCustomer(work, agentId, customerId))) return refuse('not-found')
  const record = await findFollowRecord(work.tx, work.organizationId, customerId, id)
  if (!record) return refuse('not-found')
  if (record.authorId !== agentId) return refuse('not-your-record')
  return work.now - record.at > FOLLOW_RECORD_EDIT_MS ? refuse('record-too-late') : ok(record)
}

/** The records are asked for where they are shown; the new version of the customer says that there is something to ask. */
const tell = async (work: Work, customerId: CustomerId): Promise<void> => {
  await touchCustomer(work.tx, work.organizationId, customerId)
  await publishCustomer(work, customerId)
}
