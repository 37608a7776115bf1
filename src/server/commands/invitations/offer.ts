import { ok, refuse, type Result } from '../../../base/result.ts'
import {
  INVITATION_DEFAULTS,
  INVITATION_MS,
  INVITATIONS_A_VISIT,
  type AgentId,
  type InvitationId,
  type InvitationRule,
  type InvitationSettings,
  type SessionTarget,
  type VisitorId,
} from '../../../protocol/model/index.ts'
import {
  answerInvitation,
  findInvitationSettings,
  insertInvitation,
  latestInvitations,
  type InvitationRow,
} from '../../db/invitations.ts'
import { threadHeadOf } from '../../db/threadHeads.ts'
import { findWidget } from '../../db/widgets.ts'
import type { Work } from '../../engine/work.ts'
import { shownInvitation } from '../../publish/invitationView.ts'
import type { VisitorFacts } from '../../visits/visitBook.ts'
import { chooseInHours } from '../reception/decideReceiver.ts'

/** Who wants a visitor to talk: a rule, an agent by invitation, or an agent who opens the chat at once. */
export type Wish =
  | { readonly kind: 'automatic'; readonly rule: InvitationRule }
  | { readonly kind: 'manual' | 'started'; readonly agentId: AgentId }

export type OfferCode =
  | 'visitor-left'
  | 'visitor-blocked'
  | 'visitor-in-session'
  | 'being-invited'
  | 'invited-often'
  | 'not-receivable'
  | 'nobody-receives'
  | 'declined-lately'

/** Who ignored an automatic invitation is left alone for so long. */
const IGNORED_PAUSE_MS = 5 * 60_000

/** Shows a visitor an invitation, unless something speaks against it (R-02-244, R-02-246). */
export const offer = async (
  work: Work,
  visitorId: VisitorId,
  wish: Wish,
): Promise<Result<{ id: InvitationId }, OfferCode>> => {
  const facts = work.visitors.find(work.organizationId, visitorId)
  if (!facts) return refuse('visitor-left')
  const { conversationId } = facts
  const head = conversationId && (await threadHeadOf(work.tx, work.organizationId, conversationId))
  if (head?.blocked) return refuse('visitor-blocked')
  if (head?.open) return refuse('visitor-in-session')
  const rows = await latestInvitations(work.tx, work.organizationId, facts.visitor)
  const objection = await objectionOf(work, rows, facts, wish)
  if (!objection.ok) return objection
  if (!(await isReceived(work, facts, wish)))
    return refuse(wish.kind === 'automatic' ? 'not-receivable' : 'nobody-receives')
  return ok({ id: await show(work, facts, wish) })
}

const objectionOf = async (
  work: Work,
  rows: readonly InvitationRow[],
  { visit }: VisitorFacts,
  wish: Wish,
): Promise<Result<object, OfferCode>> => {
  const open = rows.find(
    ({ state, kind, shown_at, session_id }) =>
      shown_at > work.now - INVITATION_MS &&
      (state === 'shown' || (kind === 'started' && state === 'accepted' && session_id === null)),
  )
  if (open) {
    const byAgent = open.agent_id !== null
    if (byAgent || wish.kind === 'automatic') {
      const { agents } = await work.directory()
      return refuse('being-invited', { agentName: nameOf(agents, open.agent_id) })
    }
    // Somebody's own invitation goes before an automatic one.
    await answerInvitation(work.tx, work.organizationId, open.id, 'ignored', work.now)
    await work.cancelTimer('invitation-ignored', open.id)
  }
  const shown = rows.filter((row) => row.visit === visit && row.kind !== 'started')
  if (wish.kind !== 'started' && shown.length >= INVITATIONS_A_VISIT) return refuse('invited-often')
  if (wish.kind !== 'automatic') return ok({})
  const declined = rows.find(({ state }) => state === 'declined')
  const { againMinutes } = wish.rule
  const again = againMinutes === null ? Infinity : againMinutes * 60_000
  const restMs = declined ? (declined.answered_at ?? declined.shown_at) + again - work.now : 0
  if (restMs > 0) return refuse('declined-lately', { pauseMs: Math.min(restMs, 24 * 3_600_000) })
  const ignored = rows.find(({ state }) => state === 'ignored')
  const pauseMs = (ignored?.answered_at ?? 0) + IGNORED_PAUSE_MS - work.now
  return pauseMs > 0 ? refuse('declined-lately', { pauseMs }) : ok({})
}

/** Whether anybody among the receivers could receive now. */
const isReceived = async (work: Work, { widgetId }: VisitorFacts, wish: Wish): Promise<boolean> => {
  if (wish.kind === 'automatic') return (await chooseInHours(work, wish.rule.receiver)) !== null
  if (await chooseInHours(work, { kind: 'agent', agentId: wish.agentId })) return true
  const target: SessionTarget | undefined = (await findWidget(work.tx, widgetId))?.widget.target
  return target !== undefined && (await chooseInHours(work, target)) !== null
}

const show = async (work: Work, facts: VisitorFacts, wish: Wish): Promise<InvitationId> => {
  const id = work.ids.next() as InvitationId
  const agentId = wish.kind === 'automatic' ? null : wish.agentId
  const { agents } = await work.directory()
  const opens = wish.kind === 'started'
  await insertInvitation(work.tx, work.organizationId, {
    id,
    visitor: facts.visitor,
    visit: facts.visit,
    kind: wish.kind,
    rule_id: wish.kind === 'automatic' ? wish.rule.id : null,
    agent_id: agentId,
    state: opens ? 'accepted' : 'shown',
    shown_at: work.now,
    answered_at: opens ? work.now : null,
    session_id: null,
  })
  const until = work.now + INVITATION_MS
  if (!opens) await work.timer('invitation-ignored', id, until)
  const looks = wish.kind === 'automatic' ? wish.rule.looks : (await settingsOf(work)).manualLooks
  const agentName = agentId === null ? null : (agents.get(agentId)?.agent.outwardName ?? null)
  work.signal({
    kind: 'invitation',
    visitor: facts.visitor,
    id,
    ...(opens
      ? { state: 'accepted', opens, elsewhere: false }
      : {
          state: 'shown',
          inviter: nameOf(agents, agentId),
          until,
          shown: await shownInvitation(work.tx, work.organizationId, facts, { id, looks, agentName }),
        }),
  })
  return id
}

export const settingsOf = async (work: Work): Promise<InvitationSettings> =>
  (await findInvitationSettings(work.tx, work.organizationId)) ?? INVITATION_DEFAULTS

const nameOf = (
  agents: ReadonlyMap<AgentId, { readonly agent: { readonly name: string } }>,
  id: AgentId | null,
): string => (id === null ? '' : (agents.get(id)?.agent.name ?? ''))
