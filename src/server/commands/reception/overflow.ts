import type { Choice } from '../../../domain/routing/chooseAgent.ts'
import { isPresent } from '../../../domain/routing/isReceivable.ts'
import { closedNow } from '../../../domain/routing/measures.ts'
import { textToParams } from '../../../protocol/companyTexts.ts'
import type {
  Bot,
  GroupId,
  Measure,
  NotReceivedCause,
  SessionTarget,
  Why,
} from '../../../protocol/model/index.ts'
import { presencesOfAgents } from '../../db/agentPresence.ts'
import type { StoredSession } from '../../db/sessions.ts'
import { countPending } from '../../db/waitingSessions.ts'
import type { Work } from '../../engine/work.ts'
import { appendText } from './appendText.ts'
import { assignSession } from './assignSession.ts'
import { changeSession } from './changeSession.ts'
import { decideMember } from './chooseMember.ts'
import { ledBy } from './ledBy.ts'
import type { RoutingReads } from './routingReads.ts'
import { startBot } from './startBot.ts'
import { appendLine, type Thread } from './thread.ts'

/** So many may wait for one group, and for one agent (R-02-111). */
export const POOL_LIMIT = 2000

export interface NotReceived {
  readonly cause: Exclude<NotReceivedCause, 'full'>
  readonly opensAt: number | null
  /** What is tried, in this order. */
  readonly measures: readonly Measure[]
}

/** For whom overflow decides. */
export interface Unreceived {
  readonly target: SessionTarget
  /** What stands for the lot: the same whenever it is decided again. */
  readonly lot: string
  /** A bot may take them: not when one had them. */
  readonly bots: boolean
}

export interface OverflowDecision {
  /** What was tried, up to what helped. */
  readonly tried: readonly Measure[]
  /** `full`: the pool would have been next. */
  readonly end:
    | { readonly kind: 'agent'; readonly choice: Choice }
    | { readonly kind: 'bot'; readonly bot: Bot }
    | { readonly kind: 'pool' }
    | { readonly kind: 'leave-message'; readonly full: boolean }
}

/** What helps a customer whom nobody of the target can receive, in the order the company has decided (R-02-100). */
export const decideOverflow = async (
  reads: RoutingReads,
  unreceived: Unreceived,
  measures: readonly Measure[],
): Promise<OverflowDecision> => {
  const tried: Measure[] = []
  let full = false
  for (const measure of measures) {
    tried.push(measure)
    switch (measure.kind) {
      case 'leave-message':
        return { tried, end: { kind: 'leave-message', full } }
      case 'text':
        break
      case 'pending-pool':
        full = (await countPending(reads.tx, reads.organizationId, unreceived.target)) >= POOL_LIMIT
        if (!full) return { tried, end: { kind: 'pool' } }
        break
      case 'bot': {
        const bot = (await reads.directory()).bots.get(measure.botId)
        if (unreceived.bots && bot?.on) return { tried, end: { kind: 'bot', bot } }
        break
      }
      default: {
        const choice = await chooseBy(reads, unreceived, measure)
        if (choice) return { tried, end: { kind: 'agent', choice } }
      }
    }
  }
  return { tried, end: { kind: 'leave-message', full } }
}

/**
 * Does what the company has decided for a customer whom nobody of the target can receive (R-02-100, R-02-181).
 *
 * Where nothing helps the session ends and its customer is asked to leave a message: there is never silence (R-02-105).
 */
export const overflow = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  { cause, opensAt, measures }: NotReceived,
): Promise<void> => {
  const { session } = stored
  const reason = {
    ...ledBy(session),
    cause,
    ...(opensAt !== null && { opensAt }),
  } as const
  const bots = session.bot === undefined
  const { language } = (await work.directory()).organization
  const { tried, end } = await decideOverflow(work, { ...session, lot: session.id, bots }, measures)
  for (const measure of tried) {
    if (measure.kind !== 'text') continue
    const params = textToParams(measure.text, language)
    await appendText(
      work,
      thread,
      { channel: session.channel, sessionId: session.id },
      'company-text',
      params,
    )
  }
  switch (end.kind) {
    case 'agent': {
      const why: Why = { ...end.choice.why, ...reason }
      await assignSession(work, thread, stored, { agentId: end.choice.agentId, why }, 'routed')
      return
    }
    case 'bot':
      await startBot(work, thread, stored, end.bot, { step: 'bot', ...reason })
      return
    case 'pool': {
      const why: Why = { step: 'overflow', ...reason }
      await changeSession(work, stored, { kind: 'queue', target: session.target, why }, 'routed')
      await appendLine(work, thread, session.id, 'session-queued')
      return
    }
    case 'leave-message': {
      const why: Why = { step: 'leave-message', ...reason, ...(end.full && { cause: 'full' }) }
      await changeSession(work, stored, { kind: 'end', reason: 'refused', why }, 'ended')
      await appendLine(work, thread, session.id, 'session-ended', {
        reason: 'refused',
        cause: why.cause ?? cause,
      })
    }
  }
}

/** Somebody for a session that has begun already: of the measures only those that name an agent are for it. */
export const chooseInNeed = async (
  reads: RoutingReads,
  unreceived: Pick<Unreceived, 'target' | 'lot'>,
  measures: readonly Measure[],
): Promise<Choice | null> => {
  for (const measure of measures) {
    const choice = await chooseBy(reads, unreceived, measure)
    if (choice) return choice
  }
  return null
}

const chooseBy = async (
  reads: RoutingReads,
  unreceived: Pick<Unreceived, 'target' | 'lot'>,
  measure: Measure,
): Promise<Choice | null> => {
  switch (measure.kind) {
    case 'emergency-agent':
      return chooseEmergencyAgent(reads)
    case 'other-group':
      return chooseInOtherGroup(reads, measure.groupId)
    case 'random-member':
      return chooseAnyMember(reads, unreceived)
    case 'bot':
    case 'pending-pool':
    case 'leave-message':
    case 'text':
      return null
  }
}

/** The least loaded of those who are online; their switch and their capacity do not count (R-02-102). */
const chooseEmergencyAgent = async (reads: RoutingReads): Promise<Choice | null> => {
  const { organization, agents } = await reads.directory()
  const rows = await presencesOfAgents(
    reads.tx,
    reads.organizationId,
    organization.reception.emergencyAgentIds,
  )
  const [least] = rows
    .filter((row) => isPresent({ online: row.online === 1, presence: row.presence }))
    .filter((row) => agents.get(row.agent_id)?.agent.disabled === false)
    .toSorted((a, b) => a.load - b.load || a.last_assigned_at - b.last_assigned_at)
  return least ? { agentId: least.agent_id, why: { step: 'emergency', load: least.load } } : null
}

/** Whoever of another group can receive now; outside its own hours nobody can. */
const chooseInOtherGroup = async (reads: RoutingReads, groupId: GroupId): Promise<Choice | null> => {
  const { organization, groups } = await reads.directory()
  const group = groups.get(groupId)
  if (!group || closedNow(organization, group, reads.now)) return null
  const { choice } = await decideMember(reads, groupId)
  return choice && { ...choice, why: { ...choice.why, step: 'other-group' } }
}

/** Any member whose account is in use, those who are signed in first (R-02-103). */
const chooseAnyMember = async (
  reads: RoutingReads,
  { lot, target }: Pick<Unreceived, 'target' | 'lot'>,
): Promise<Choice | null> => {
  const { agents, groups } = await reads.directory()
  const memberIds = target.kind === 'agent' ? [target.agentId] : (groups.get(target.groupId)?.memberIds ?? [])
  const able = memberIds.filter((agentId) => agents.get(agentId)?.agent.disabled === false)
  const rows = await presencesOfAgents(reads.tx, reads.organizationId, able)
  const there = rows.filter(({ online }) => online === 1)
  const choices = there.length > 0 ? there : rows
  // As good as drawn by lot, and the same whenever the batch is decided again.
  const chosen = choices[lotOf(lot) % Math.max(1, choices.length)]
  return chosen ? { agentId: chosen.agent_id, why: { step: 'random-member', load: chosen.load } } : null
}

const lotOf = (text: string): number => {
  let lot = 0
  for (const character of text) lot = (lot * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return lot
}
