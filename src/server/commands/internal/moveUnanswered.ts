import type { Choice } from '../../../domain/routing/chooseAgent.ts'
import { countsAsLoad } from '../../../domain/sessions/transition.ts'
import { TIMEOUT_RETRY_MS, TIMEOUT_TRANSFERS, unansweredUntil } from '../../../domain/sessions/unanswered.ts'
import type { AgentId, ReceptionGroup, SessionId, TimeoutTransfer } from '../../../protocol/model/index.ts'
import { ownerOf } from '../../db/customers.ts'
import { oldestUnanswered } from '../../db/messages.ts'
import { missedBy } from '../../db/sessionJournal.ts'
import type { Work } from '../../engine/work.ts'
import { chooseFor } from '../reception/decideReceiver.ts'
import { handOver } from '../reception/handOver.ts'
import { createPresentBoard, type PresentBoard } from '../reception/presentBoard.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import { openTalks, sideBySide, decideTogether, type OpenTalk } from '../reception/sideBySide.ts'
import { timeoutTransferOf } from '../reception/timeoutTransfer.ts'

/** Gives the sessions on whose handlers left the customer without an answer for too long (R-02-190 … R-02-196). */
export const moveUnanswered = async (work: Work, sessionIds: readonly SessionId[]): Promise<void> => {
  const talks = await openTalks(work, sessionIds)
  const missed = (await sideBySide(talks, async (talk) => missedOf(work, talk))).filter(
    (found) => found !== null,
  )
  // One after another: each choice must know the loads that those before it leave.
  const board = createPresentBoard(work)
  const moves: (readonly [Missed, Choice | null])[] = []
  for (const one of missed) moves.push([one, await choose(one, board)])
  await decideTogether(work, async (deciding) => {
    await sideBySide(moves, async ([one, choice]) => move(deciding, one, choice))
  })
}

/** A session that nobody answered in time. */
interface Missed extends OpenTalk {
  readonly handlerId: AgentId
  readonly group: ReceptionGroup
  readonly option: TimeoutTransfer
  /** Whoever has had it, the handler included. */
  readonly had: ReadonlySet<AgentId>
  readonly isLast: boolean
  /** For its customer (`receiversFor`). */
  readonly receivers: Work
}

/** Null: it stays. Where an answer is not late yet it is looked at again. */
const missedOf = async (work: Work, talk: OpenTalk): Promise<Missed | null> => {
  const { tx, organizationId } = work
  const { stored, conversation } = talk
  const { session } = stored
  const { id, handlerId, target, customerId } = session
  const option = await timeoutTransferOf(work, session)
  if (!handlerId || !option) return null
  const from = Math.max(stored.firstSeq, conversation.last_agent_seq + 1)
  const askedAt = await oldestUnanswered(tx, organizationId, conversation.id, from)
  const until = unansweredUntil(askedAt, session.assignedAt, option.minutes)
  // The customer's next message looks again.
  if (until === null) return null
  if (until > work.now) {
    await work.timer('session-unanswered', id, until)
    return null
  }
  const { groups } = await work.directory()
  const group = target.kind === 'group' ? groups.get(target.groupId) : undefined
  if (!group || (group.ownerFirst && (await ownerOf(tx, organizationId, customerId)) === handlerId))
    return null
  const missed = await missedBy(tx, organizationId, id)
  return {
    ...talk,
    handlerId,
    group,
    option,
    had: new Set([...missed, handlerId]),
    isLast: missed.length >= TIMEOUT_TRANSFERS,
    receivers: await receiversFor(work, customerId),
  }
}

const choose = async (
  { stored: { session }, handlerId, isLast, had, receivers }: Missed,
  board: PresentBoard,
): Promise<Choice | null> => {
  const choice = isLast
    ? null
    : await chooseFor({ ...receivers, present: board.present }, session.target, had)
  if ((choice || isLast) && countsAsLoad(session)) board.moved(handlerId, choice?.agentId ?? null)
  return choice
}

const move = async (
  work: Work,
  { stored, conversation, handlerId, group, option, isLast }: Missed,
  choice: Choice | null,
): Promise<void> => {
  const { session } = stored
  if (!choice && !isLast) return work.timer('session-unanswered', session.id, work.now + TIMEOUT_RETRY_MS)
  const { agents } = await work.directory()
  const nameOf = (id: AgentId): string => agents.get(id)?.agent.name ?? ''
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  await handOver(work, thread, stored, {
    choice,
    target: session.target,
    line: {
      from: nameOf(handlerId),
      to: choice ? nameOf(choice.agentId) : group.name,
      minutes: String(option.minutes),
      ...(option.customerNote && { customerNote: option.customerNote }),
    },
    cause: 'timeout',
  })
}
