import { ok, refuse } from '../../../base/result.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import type { AgentId, CustomerId } from '../../../protocol/model/index.ts'
import { conversationIdsOf, findConversation } from '../../db/conversations.ts'
import { findCustomer, saveBlock } from '../../db/customers.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { endSession } from '../reception/endSession.ts'
import { publishCustomer } from './visibleCustomer.ts'

const HOUR_MS = 3_600_000

export const blockCustomer: Handler<'customer.block'> = async (work, { agentId }, args) => {
  if (!(await findCustomer(work.tx, work.organizationId, args.customerId))) return refuse('not-found')
  return ok({ customer: await blockForCompany(work, agentId, args) })
}

/** Nothing the customer writes reaches the organisation from now on (R-02-301). */
export const blockForCompany = async (work: Work, agentId: AgentId, args: CommandArgs<'customer.block'>) => {
  const { tx, organizationId, now } = work
  const until = args.hours === null ? null : now + args.hours * HOUR_MS
  await saveBlock(tx, organizationId, args.customerId, { reason: args.reason, at: now, until, byId: agentId })
  if (until === null) await work.cancelTimer('block-end', args.customerId)
  else await work.timer('block-end', args.customerId, until)
  await endAll(work, args.customerId)
  work.publish('org', 'company-blocks.changed', {})
  return publishCustomer(work, args.customerId)
}

export const unblockCustomer: Handler<'customer.unblock'> = async (work, _principal, { customerId }) => {
  if (!(await findCustomer(work.tx, work.organizationId, customerId))) return refuse('not-found')
  await work.cancelTimer('block-end', customerId)
  return ok({ customer: await endBlock(work, customerId) })
}

/** The block is over: by hand, or because its time is. */
export const endBlock = async (work: Work, customerId: CustomerId) => {
  await saveBlock(work.tx, work.organizationId, customerId, null)
  work.publish('org', 'company-blocks.changed', {})
  return publishCustomer(work, customerId)
}

const endAll = async (work: Work, customerId: CustomerId): Promise<void> => {
  const { tx, organizationId } = work
  for (const id of await conversationIdsOf(tx, organizationId, customerId)) {
    const open = await openSessionOf(tx, organizationId, id)
    const conversation = open && (await findConversation(tx, organizationId, id))
    if (!conversation) continue
    await endSession(work, { id, lastSeq: conversation.last_seq }, open, 'blocked')
  }
}
