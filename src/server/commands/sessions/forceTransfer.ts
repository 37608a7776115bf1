import { ok, refuse } from '../../../base/result.ts'
import { supervises } from '../../../domain/permissions/supervises.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import { countPending } from '../../db/waitingSessions.ts'
import { transferByFace } from '../faces/transferByFace.ts'
import type { Handler } from '../handler.ts'
import { chooseBeyondCapacity } from '../reception/chooseBeyondCapacity.ts'
import { handOver } from '../reception/handOver.ts'
import { POOL_LIMIT } from '../reception/overflow.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import type { Thread } from '../reception/thread.ts'
import { isTarget, nameOfAgent, nameOfTarget } from './transferTarget.ts'

export const forceTransfer: Handler<'session.force-transfer'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, args.sessionId)
  if (!stored) return refuse('not-found')
  const { session } = stored
  if (session.state === 'ended') return refuse('session-ended')
  // Whoever decided on something else than what is now is told who has it (R-02-224).
  if (args.version !== session.version || session.handlerId === null) {
    return refuse('session-changed', {
      version: session.version,
      state: session.state,
      agentName: await nameOfAgent(work, session.handlerId),
    })
  }
  const { agents, departments } = await work.directory()
  const supervisor = agents.get(agentId)
  const handler = agents.get(session.handlerId)
  if (!supervisor || !handler || !supervises(supervisor.agent, handler.agent, departments)) {
    return refuse('forbidden')
  }
  if (!(await isTarget(work, args.to))) return refuse('not-found')
  if (args.to.kind === 'agent' && args.to.agentId === session.handlerId) return refuse('same-handler')
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation) return refuse('not-found')

  const { to, note, waiting } = args
  if (session.face) {
    const notes = { customerNote: '', colleagueNote: note }
    return transferByFace(work, stored, conversation, {
      to,
      fromAgentId: agentId,
      notes,
      waiting,
      cause: 'forced',
    })
  }
  // Who blocked this customer takes them from nobody (R-02-300).
  const receivers = await receiversFor(work, session.customerId)
  if (!(await isTarget(receivers, args.to))) return refuse('not-receivable')
  const choice = await chooseBeyondCapacity(receivers, args.to, session.handlerId)
  if (!choice && !args.waiting) return refuse('not-receivable')
  if (!choice && (await countPending(tx, organizationId, args.to)) >= POOL_LIMIT) return refuse('pool-full')
  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const changed = await handOver(work, thread, stored, {
    choice,
    target: args.to,
    line: {
      by: await nameOfAgent(work, agentId),
      from: await nameOfAgent(work, session.handlerId),
      to: await nameOfTarget(work, args.to),
      ...(args.note && { colleagueNote: args.note }),
    },
    cause: 'forced',
  })
  return changed.ok ? ok({ session: changed.value.session }) : refuse('session-changed')
}
