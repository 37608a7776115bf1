import { refuse, type Result } from '../../../base/result.ts'
import type { CommandCode, CommandResult } from '../../../protocol/commands/index.ts'
import type {
  AgentId,
  MessageId,
  ScheduledMessage,
  ScheduledMessageId,
} from '../../../protocol/model/index.ts'
import {
  deleteScheduledMessage,
  findScheduledMessage,
  saveScheduledMessage,
} from '../../db/scheduledMessages.ts'
import type { AgentPrincipal } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import { sendMessage } from '../messages/sendMessage.ts'

/** One timer for each. */
export const scheduledSubject = (agentId: AgentId, id: ScheduledMessageId): string => `${agentId}:${id}`

/**
 * Its time has come: it is sent as if its agent did it now, so what speaks against that is what holds now. Whoever has no
 * right to it any more, or whose customer is with somebody else, finds it with the reason.
 */
export const sendDue = async (work: Work, subject: string): Promise<void> => {
  const [agentId, id] = subject.split(':') as [AgentId, ScheduledMessageId]
  const scheduled = await findScheduledMessage(work.tx, work.organizationId, agentId, id)
  if (!scheduled) return
  const sent = await sendAs(work, agentId, scheduled)
  if (sent.ok) {
    await dropScheduled(work, agentId, id)
    return
  }
  const failed = { ...scheduled, failure: sent.code }
  await saveScheduledMessage(work.tx, work.organizationId, agentId, failed)
  work.publish(`agent:${agentId}`, 'scheduled-message.changed', { scheduled: failed })
}

/** False: there was none. */
export const dropScheduled = async (
  work: Work,
  agentId: AgentId,
  id: ScheduledMessageId,
): Promise<boolean> => {
  if (!(await deleteScheduledMessage(work.tx, work.organizationId, agentId, id))) return false
  await work.cancelTimer('scheduled-message', scheduledSubject(agentId, id))
  work.publish(`agent:${agentId}`, 'scheduled-message.removed', { id })
  return true
}

/** The message has an id of its own: the row that says what to send goes with the message that was sent. */
export const sendScheduled = async (
  work: Work,
  principal: AgentPrincipal,
  { conversationId, text, quoteId }: ScheduledMessage,
): Promise<Sent> =>
  sendMessage(work, principal, {
    id: work.ids.next() as MessageId,
    conversationId,
    body: { kind: 'text', text },
    ...(quoteId !== null && { quoteId }),
    seenSeq: null,
  })

type Sent = Result<CommandResult<'message.send'>, CommandCode<'message.send'>>

/** Nobody asked for it just now, so the right to it is looked at here. */
const sendAs = async (work: Work, agentId: AgentId, scheduled: ScheduledMessage): Promise<Sent> => {
  const { organizationId } = work
  const known = (await work.directory()).agents.get(agentId)
  if (!known || known.agent.disabled || !known.permissions.has('chat.external')) return refuse('forbidden')
  const { permissions } = known
  let sent: Sent = refuse('internal')
  const error = await work.attempt(async () => {
    sent = await sendScheduled(work, { kind: 'agent', organizationId, agentId, permissions }, scheduled)
  })
  if (error) work.log.error('a scheduled message could not be sent', { error })
  return sent
}
