import { ok, refuse } from '../../../base/result.ts'
import { isTransferable } from '../../../domain/sessions/transfer.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import type { AgentId, SessionTarget } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { countPending, findSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { handOver } from '../reception/handOver.ts'
import { chooseFor, POOL_LIMIT } from '../reception/routeSession.ts'
import { carryReader, type Thread } from '../reception/thread.ts'

export const transferSession: Handler<'session.transfer'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, args.sessionId)
  if (!stored) return refuse('not-found')
  const { session } = stored
  if (session.state === 'ended') return refuse('session-ended')
  if (session.handlerId !== agentId) {
    return refuse('not-your-session', { agentName: await nameOf(work, session.handlerId) })
  }
  if (args.version !== session.version) {
    return refuse('session-changed', { version: session.version, state: session.state })
  }
  if (!(await exists(work, args.to))) return refuse('not-found')
  if (args.to.kind === 'agent' && args.to.agentId === agentId) return refuse('same-handler')
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation) return refuse('not-found')
  const { transferWindowMinutes: minutes } = (await work.directory()).organization.reception
  if (!isTransferable(conversation.last_customer_at, work.now, minutes * 60_000)) {
    return refuse('customer-silent', { minutes })
  }

  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const hadRead = thread.lastSeq
  const choice = await chooseFor(work, args.to, new Set([agentId]))
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

/** Whoever cannot be given sessions at all is no target, confirmed or not. */
const exists = async (work: Work, to: SessionTarget): Promise<boolean> => {
  const directory = await work.directory()
  if (to.kind === 'group') return directory.groups.has(to.groupId)
  const known = directory.agents.get(to.agentId)
  return (
    known !== undefined &&
    !known.agent.disabled &&
    known.permissions.has('reception.receive') &&
    known.permissions.has('chat.external')
  )
}

/** What the line tells colleagues. */
const lineOf = async (
  work: Work,
  from: AgentId,
  { to, customerNote, colleagueNote }: CommandArgs<'session.transfer'>,
): Promise<Record<string, string>> => {
  const { groups } = await work.directory()
  const group = to.kind === 'group' ? groups.get(to.groupId)?.name : undefined
  return {
    from: await nameOf(work, from),
    to: to.kind === 'agent' ? await nameOf(work, to.agentId) : (group ?? ''),
    ...(customerNote && { customerNote }),
    ...(colleagueNote && { colleagueNote }),
  }
}

const nameOf = async (work: Work, agentId: AgentId | null): Promise<string> =>
  agentId === null ? '' : ((await work.directory()).agents.get(agentId)?.agent.name ?? '')
