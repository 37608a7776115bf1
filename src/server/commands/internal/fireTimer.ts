import { assertNever } from '../../../base/assertNever.ts'
import { ok } from '../../../base/result.ts'
import type {
  AgentId,
  CustomerId,
  GroupId,
  InvitationId,
  MessageId,
  OfferId,
  SessionId,
} from '../../../protocol/model/index.ts'
import { markOffline, presenceOf } from '../../db/agentPresence.ts'
import { findConversation } from '../../db/conversations.ts'
import { openSessionsOf } from '../../db/sessions.ts'
import { claimTimers, type TimerKind } from '../../db/timers.ts'
import type { Work } from '../../engine/work.ts'
import { endBlock } from '../customers/blockCustomer.ts'
import { dropOffer } from '../faces/makeOffer.ts'
import type { InternalHandler } from '../handler.ts'
import { giveUpAnnotation } from '../messages/annotate.ts'
import { eraseRecalled } from '../messages/eraseRecalled.ts'
import { giveOut } from '../reception/giveOut.ts'
import { signalPresence } from '../reception/presence.ts'
import { restIfQuiet } from '../reception/restSession.ts'
import { routeOn } from '../reception/routeArrival.ts'
import { ringDue } from '../reminders/ringReminder.ts'
import { sendDue } from '../scheduledMessages/sendScheduled.ts'
import { ignoreInvitation } from './answerInvitation.ts'
import { askForAnswerMail } from './answerMail.ts'
import { endQuietSessions } from './endIfQuiet.ts'
import { moveUnanswered } from './moveUnanswered.ts'
import { requeueSession } from './requeueSession.ts'

/** An agent who stays away this long loses the sessions in which a customer waits for an answer (R-02-165). */
const AWAY_MS = 10 * 60_000

/** Does what is due, once: the row is taken in the same transaction as the effect. */
export const fireTimer: InternalHandler<'timer.fire'> = async (work, timer) =>
  fireTimers(work, { timers: [timer] })

/** The same for many at one moment, none of which concerns the subject of another. */
export const fireTimers: InternalHandler<'timers.fire'> = async (work, { timers }) => {
  for (const [kind, due] of Map.groupBy(timers, (timer) => timer.kind)) {
    const given = due.map(({ subject }) => subject)
    const subjects = await claimTimers(work.tx, work.organizationId, kind, given, work.now)
    if (subjects.length === 0) continue
    // After an absence of the server there are thousands of these two.
    if (kind === 'session-idle') await endQuietSessions(work, subjects as SessionId[])
    else if (kind === 'session-unanswered') await moveUnanswered(work, subjects as SessionId[])
    else for (const subject of subjects) await fire(work, kind, subject)
  }
  return ok({})
}

const fire = async (
  work: Work,
  kind: Exclude<TimerKind, 'session-idle' | 'session-unanswered'>,
  subject: string,
): Promise<void> => {
  switch (kind) {
    case 'agent-offline':
      await goOffline(work, subject as AgentId)
      break
    case 'agent-away':
      await giveUpUnanswered(work, subject as AgentId)
      break
    case 'session-requeue':
      await requeueSession(work, subject as SessionId)
      break
    case 'session-rest':
      await restIfQuiet(work, subject as SessionId)
      break
    case 'reminder':
      await ringDue(work, subject)
      break
    case 'scheduled-message':
      await sendDue(work, subject)
      break
    case 'router-silent':
      await routeOn(work, subject as SessionId, null)
      break
    case 'offer-end':
      await dropOffer(work, subject as OfferId, 'expired')
      break
    case 'group-opens':
      await giveOut(work, { kind: 'group', groupId: subject as GroupId })
      break
    case 'message-erase':
      await eraseRecalled(work, subject as MessageId)
      break
    case 'annotation-silent':
      await giveUpAnnotation(work, subject)
      break
    case 'block-end':
      await endBlock(work, subject as CustomerId)
      break
    case 'answer-mail':
      await askForAnswerMail(work, subject as SessionId)
      break
    case 'invitation-ignored':
      await ignoreInvitation(work, subject as InvitationId)
      break
    default:
      assertNever(kind)
  }
}

const goOffline = async (work: Work, agentId: AgentId): Promise<void> => {
  if (!(await markOffline(work.tx, work.organizationId, agentId))) return
  await signalPresence(work, agentId)
  await work.timer('agent-away', agentId, work.now + AWAY_MS)
}

const giveUpUnanswered = async (work: Work, agentId: AgentId): Promise<void> => {
  const { tx, organizationId } = work
  if ((await presenceOf(tx, organizationId, agentId))?.online !== 0) return
  for (const { session } of await openSessionsOf(tx, organizationId, agentId)) {
    const conversation = await findConversation(tx, organizationId, session.conversationId)
    const asked = conversation?.last_customer_at ?? session.requestedAt
    const unanswered = session.state === 'assigned' || asked > (conversation?.last_agent_at ?? 0)
    if (unanswered) await requeueSession(work, session.id)
  }
}
