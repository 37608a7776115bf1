import { ok, refuse, type Result } from '../../../base/result.ts'
import { pathOf, type PathState } from '../../../domain/paths/path.ts'
import { isCounted } from '../../../domain/paths/start.ts'
import type { CommandArgs, CommandCode, CommandResult } from '../../../protocol/commands/index.ts'
import type { AgentId, SessionId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { isFollowing } from '../../db/follows.ts'
import { advanceReadPosition } from '../../db/listEntries.ts'
import { hasAnswerOfOthers } from '../../db/messages.ts'
import { findSession } from '../../db/sessions.ts'
import { threadHeadOf, type ThreadHead } from '../../db/threadHeads.ts'
import type { Work } from '../../engine/work.ts'
import { takeFromQuota } from '../faces/quota.ts'
import type { Handler } from '../handler.ts'
import { owesAnswerMail } from '../internal/answerMail.ts'
import { giveThread } from '../reception/assignSession.ts'
import { changeSession } from '../reception/changeSession.ts'
import { openSession } from '../reception/openSession.ts'
import { wakeSession } from '../reception/restSession.ts'
import { advanceReader, appendLine, appendMessage, type Thread } from '../reception/thread.ts'
import { dropRung } from '../reminders/ringReminder.ts'
import { attachFile } from './attachFile.ts'
import { sendOnce } from './repeated.ts'
import { withQuote } from './withQuote.ts'

export const sendMessage: Handler<'message.send'> = async (work, { agentId }, args) => {
  const bodyText = JSON.stringify(args.body)
  const { id, conversationId } = args
  return sendOnce(work, { id, conversationId, senderId: agentId, bodyText }, async () => {
    const head = await threadHeadOf(work.tx, work.organizationId, conversationId)
    if (!head) return refuse('not-found')
    const refusal = await refusalOf(work, head, agentId, args.seenSeq)
    if (refusal) return refusal
    if (!(await attachFile(work, conversationId, args.body))) return refuse('file-missing')

    const thread: Thread = { id: conversationId, lastSeq: head.lastSeq }
    const started = head.open ? ok(head.open.id) : await startByAgent(work, agentId, thread)
    if (!started.ok) return started
    const sessionId = started.value
    const sender = { kind: 'agent', agentId } as const
    const body = await withQuote(work, conversationId, args)
    const message = await appendMessage(work, thread, {
      id,
      sessionId,
      sender,
      ...(body ?? { body: args.body, bodyText }),
    })
    if (!message) return 'id-taken'
    if (head.open?.state === 'assigned') await activate(work, sessionId)
    else if (head.resting) await wakeSession(work, sessionId)
    if (head.reminded) await dropRung(work, agentId, conversationId)
    // That its author has read it follows from the message; a list that gains the thread with it is told.
    if (head.open)
      await advanceReadPosition(work.tx, work.organizationId, agentId, conversationId, message.seq)
    else await advanceReader(work, agentId, thread, message.seq)
    return ok({ seq: message.seq, at: message.at })
  })
}

type Refused = Extract<
  Result<CommandResult<'message.send'>, CommandCode<'message.send'>>,
  { readonly ok: false }
>

const refusalOf = async (
  work: Work,
  head: ThreadHead,
  agentId: AgentId,
  seenSeq: CommandArgs<'message.send'>['seenSeq'],
): Promise<Refused | undefined> => {
  const { tx, organizationId } = work
  if (head.open && head.open.handlerId !== agentId) {
    return refuse('not-your-session', { agentName: await nameOf(work, head.open.handlerId) })
  }
  if (!head.open && !(await isFollowing(tx, organizationId, agentId, `thread:${head.id}`))) {
    return refuse('not-found')
  }
  if (head.faceAgentId !== null && head.faceAgentId !== agentId) {
    return refuse('not-your-session', { agentName: await nameOf(work, head.faceAgentId) })
  }
  const path = await pathNow(work, head)
  if (!path.open) return refuse('path-closed', { ...(path.since !== null && { since: path.since }) })
  const answered =
    seenSeq !== null &&
    head.lastAgentSeq > seenSeq &&
    (await hasAnswerOfOthers(tx, organizationId, head.id, seenSeq, agentId))
  return answered ? refuse('answered-meanwhile') : undefined
}

/** The settings are in memory, and on the web nothing closes. */
const pathNow = async (work: Work, head: ThreadHead): Promise<PathState> =>
  pathOf(head, (await work.directory()).organization.reception, work.now)

/** Without an open session the agent opens one; it belongs to them at once (R-02-145). */
const startByAgent = async (
  work: Work,
  agentId: AgentId,
  thread: Thread,
): Promise<Result<SessionId, 'quota-used-up'>> => {
  const conversation = await findConversation(work.tx, work.organizationId, thread.id)
  if (!conversation) throw new Error('the conversation was just read')
  const used =
    isCounted(conversation.channel, conversation.friend_since !== null) &&
    (await takeFromQuota(work, agentId, conversation.customer_id))
  if (used) return refuse('quota-used-up', used)
  const requested = await openSession(work, conversation, 'agent', thread.lastSeq + 1)
  const why = { step: 'agent-started' } as const
  const started = await changeSession(work, requested, { kind: 'start', agentId, why }, 'agent-started')
  if (!started.ok) throw new Error('a requested session could not be started')
  await appendLine(work, thread, requested.session.id, 'session-started')
  await giveThread(work, thread, agentId, requested.firstSeq)
  return ok(requested.session.id)
}

/** The first answer makes the session active and fixes the first-reply time (R-02-148). */
const activate = async (work: Work, sessionId: SessionId): Promise<void> => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  const activated = stored && (await changeSession(work, stored, { kind: 'reply' }, 'first-reply'))
  if (!activated?.ok) throw new Error('an assigned session could not become active')
  await owesAnswerMail(work, activated.value.session)
}

const nameOf = async (work: Work, agentId: AgentId | null): Promise<string> =>
  agentId === null ? '' : ((await work.directory()).agents.get(agentId)?.agent.name ?? '')
