import { ok, refuse } from '../../../base/result.ts'
import type { ScheduledMessage } from '../../../protocol/model/index.ts'
import { SCHEDULED_LIMITS } from '../../../protocol/model/limits.ts'
import { isFollowing } from '../../db/follows.ts'
import {
  countScheduledMessages,
  findScheduledMessage,
  saveScheduledMessage,
} from '../../db/scheduledMessages.ts'
import type { Handler } from '../handler.ts'
import { dropScheduled, scheduledSubject, sendScheduled } from './sendScheduled.ts'

export const setScheduledMessage: Handler<'scheduled-message.set'> = async (work, { agentId }, args) => {
  const { tx, organizationId, now } = work
  const { id, conversationId, text, quoteId = null, at: dueAt } = args
  if (dueAt <= now) return refuse('time-past')
  if (dueAt - now > SCHEDULED_LIMITS.aheadMs) return refuse('scheduled-too-far')
  const before = await findScheduledMessage(tx, organizationId, agentId, id)
  if (before && before.conversationId !== conversationId) return refuse('not-found')
  if (!(await isFollowing(tx, organizationId, agentId, `thread:${conversationId}`)))
    return refuse('not-found')
  const limit = SCHEDULED_LIMITS.messages
  if (!before && (await countScheduledMessages(tx, organizationId, agentId)) >= limit)
    return refuse('too-many-scheduled', { limit })
  const scheduled: ScheduledMessage = { id, conversationId, text, quoteId, dueAt, failure: null }
  await saveScheduledMessage(tx, organizationId, agentId, scheduled)
  await work.timer('scheduled-message', scheduledSubject(agentId, id), dueAt)
  work.publish(`agent:${agentId}`, 'scheduled-message.changed', { scheduled })
  return ok({ scheduled })
}

export const removeScheduledMessage: Handler<'scheduled-message.remove'> = async (
  work,
  { agentId },
  { id },
) => ((await dropScheduled(work, agentId, id)) ? ok({}) : refuse('not-found'))

export const sendScheduledMessage: Handler<'scheduled-message.send'> = async (work, principal, { id }) => {
  const scheduled = await findScheduledMessage(work.tx, work.organizationId, principal.agentId, id)
  if (!scheduled) return refuse('not-found')
  const sent = await sendScheduled(work, principal, scheduled)
  if (!sent.ok) return sent
  await dropScheduled(work, principal.agentId, id)
  return ok({})
}
