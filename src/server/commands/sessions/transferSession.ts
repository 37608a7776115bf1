import { ok, refuse } from '../../../base/result.ts'
import { isTransferable } from '../../../domain/sessions/transfer.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import { countPending } from '../../db/waitingSessions.ts'
import type { Work } from '../../engine/work.ts'
import { transferByFace } from '../faces/transferByFace.ts'
import type { Handler } from '../handler.ts'
import { chooseInHours } from '../reception/decideReceiver.ts'
import { handOver } from '../reception/handOver.ts'
import { POOL_LIMIT } from '../reception/overflow.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import { carryReader, type Thread } from '../reception/thread.ts'
import { isTarget, nameOfAgent, nameOfTarget } from './transferTarget.ts'

export const transferSession: Handler<'session.transfer'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, args.sessionId)
  if (!stored) return refuse('not-found')
  const { session } = stored
  if (session.state === 'ended') return refuse('session-ended')
  if (session.handlerId !== agentId) {
    return refuse('not-your-session', { agentName: await nameOfAgent(work, session.handlerId) })
  }
  if (args.version !== session.version) {
    return refuse('session-changed', { version: session.version, state: session.state })
  }
  if (!(await isTarget(work, args.to))) return refuse('not-found')
  if (args.to.kind === 'agent' && args.to.agentId === agentId) return refuse('same-handler')
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation) return refuse('not-found')
  const { transferWindowMinutes: minutes } = (await work.directory()).organization.reception
  if (!isTransferable(conversation.last_customer_at, work.now, minutes * 60_000)) {
    return refuse('customer-silent', { minutes })
  }

  const { to, customerNote, colleagueNote, waiting } = args
  if (session.face) {
    const notes = { customerNote, colleagueNote }
    return transferByFace(work, stored, conversation, {
      to,
      fromAgentId: agentId,
      notes,
      waiting,
      cause: 'transferred',
    })
  }
  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const hadRead = thread.lastSeq
  // Who blocked this customer takes them from nobody (R-02-300).
  const receivers = await receiversFor(work, session.customerId)
  if (!(await isTarget(receivers, args.to))) return refuse('not-receivable')
  const choice = await chooseInHours(receivers, args.to, new Set([agentId]))
  if (!choice && !args.waiting) return refuse('not-receivable')
  if (!choice && (await countPending(tx, organizationId, args.to)) >= POOL_LIMIT) return refuse('pool-full')
  const line = await lineOf(work, agentId, args)
  const changed = await handOver(work, thread, stored, {
    choice,
    target: args.to,
    line,
    cause: 'transferred',
  })
  if (!changed.ok) return refuse('session-changed')
  await carryReader(work, agentId, thread, hadRead)
  return ok({ session: changed.value.session })
}

/** What the line tells colleagues. */
const lineOf = async (
  work: Work,
  from: AgentId,
  { to, customerNote, colleagueNote }: CommandArgs<'session.transfer'>,
): Promise<Record<string, string>> => ({
  from: await nameOfAgent(work, from),
  to: await nameOfTarget(work, to),
  ...(customerNote && { customerNote }),
  ...(colleagueNote && { colleagueNote }),
})
