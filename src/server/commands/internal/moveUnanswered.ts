import { TIMEOUT_RETRY_MS, TIMEOUT_TRANSFERS, unansweredUntil } from '../../../domain/sessions/unanswered.ts'
import type { AgentId, SessionId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { ownerOf } from '../../db/customers.ts'
import { oldestUnanswered } from '../../db/messages.ts'
import { missedBy } from '../../db/sessionJournal.ts'
import { findSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { chooseFor } from '../reception/decideReceiver.ts'
import { handOver } from '../reception/handOver.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import { timeoutTransferOf } from '../reception/timeoutTransfer.ts'

/** Gives a session on whose handler left the customer without an answer for too long (R-02-190 … R-02-196). */
export const moveUnanswered = async (work: Work, sessionId: SessionId): Promise<void> => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, sessionId)
  const { session } = stored ?? {}
  const option = session && (await timeoutTransferOf(work, session))
  if (!stored || !session?.handlerId || session.state === 'ended' || !option) return
  const conversation = await findConversation(tx, organizationId, session.conversationId)
  if (!conversation) return
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }

  const from = Math.max(stored.firstSeq, conversation.last_agent_seq + 1)
  const askedAt = await oldestUnanswered(tx, organizationId, thread.id, from)
  const until = unansweredUntil(askedAt, session.assignedAt, option.minutes)
  // The customer's next message looks again.
  if (until === null) return
  if (until > work.now) return work.timer('session-unanswered', sessionId, until)
  const directory = await work.directory()
  const group = session.target.kind === 'group' ? directory.groups.get(session.target.groupId) : undefined
  if (!group || (group.ownerFirst && (await isOwner(work, session.customerId, session.handlerId)))) return

  const missed = await missedBy(tx, organizationId, sessionId)
  const isLast = missed.length >= TIMEOUT_TRANSFERS
  const choice = isLast
    ? null
    : await chooseFor(
        await receiversFor(work, session.customerId),
        session.target,
        new Set([...missed, session.handlerId]),
      )
  if (!choice && !isLast) return work.timer('session-unanswered', sessionId, work.now + TIMEOUT_RETRY_MS)
  const nameOf = (id: AgentId): string => directory.agents.get(id)?.agent.name ?? ''
  await handOver(work, thread, stored, {
    choice,
    target: session.target,
    line: {
      from: nameOf(session.handlerId),
      to: choice ? nameOf(choice.agentId) : group.name,
      minutes: String(option.minutes),
      ...(option.customerNote && { customerNote: option.customerNote }),
    },
    cause: 'timeout',
  })
}

const isOwner = async (
  { tx, organizationId }: Work,
  customerId: Parameters<typeof ownerOf>[2],
  agentId: AgentId,
): Promise<boolean> => (await ownerOf(tx, organizationId, customerId)) === agentId
