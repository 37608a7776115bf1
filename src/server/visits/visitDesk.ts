/**
 * Answers the pages: who is there, and what each is to show.
 *
 * While agents may invite by hand an answer is kept back until there is something to tell or the time is over, so that
 * an invitation is on the page at once. Automatic invitations are looked for with each sign of life and at the moment
 * in which one becomes due. Nothing is written but invitations themselves.
 */
import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { matchingRule } from '../../domain/invitations/matchingRule.ts'
import { browserOf } from '../../domain/widgets/browserOf.ts'
import { allowsOrigin } from '../../domain/widgets/origins.ts'
import { visitSourceOf } from '../../domain/widgets/visitSource.ts'
import { INVITATION_DEFAULTS, INVITATION_MS } from '../../protocol/model/index.ts'
import type {
  ConversationId,
  InvitationId,
  InvitationRuleId,
  InvitationSettings,
  OrganizationId,
  WidgetId,
} from '../../protocol/model/index.ts'
import { VISIT_BEAT_MS, VISIT_HOLD_MS, type VisitAnswer, type VisitBeat } from '../../protocol/wire/index.ts'
import { tokenHash } from '../auth/tokens.ts'
import { customersByIds } from '../db/customers.ts'
import { acceptedInvitation, findInvitationSettings } from '../db/invitations.ts'
import type { ReadDb } from '../db/port.ts'
import { threadHeadOf } from '../db/threadHeads.ts'
import { findWidget } from '../db/widgets.ts'
import type { Committed, CustomerPrincipal, Engine, InvitationSignal } from '../engine/types.ts'
import type { ChatHello } from './chatPages.ts'
import { createHolds } from './holds.ts'
import { createKept } from './kept.ts'
import { maskedAddress } from './maskedAddress.ts'
import { recall } from './recall.ts'
import { invitationNow, type Visit } from './visit.ts'
import type { VisitBook } from './visitBook.ts'

export interface VisitDesk {
  /** Resolves when there is something to say, or `closed` has. */
  beat(beat: VisitBeat, from: PageOrigin, closed: Promise<void>): Promise<VisitAnswer>
  /** The chat of a visitor has connected: agents learn who it is, and what they accepted begins. */
  arrived(principal: CustomerPrincipal, hello: ChatHello, address: string): Promise<void>
  committed(commit: Committed): void
  stop(): void
}

export interface PageOrigin {
  readonly address: string
  readonly origin: string
  /** What the browser says it is. */
  readonly agent: string
}

export interface VisitDeskOptions {
  readonly book: VisitBook
  readonly db: ReadDb
  readonly engine: Pick<Engine, 'runInternal'>
  readonly clock: Clock
  readonly log: Logger
}

const OFF: VisitAnswer = { on: false, nextMs: 0 }
/** Another process may have changed what is kept. */
const KEEP_MS = 10_000
/** An invitation that nobody could receive, or that was refused, is tried again after this time. */
const TRY_AGAIN_MS = 10_000
/** The chat of somebody who accepted opens within this time. */
const OPEN_WITHIN_MS = 5 * 60_000
const MOST_ARRIVALS = 50_000

export const createVisitDesk = ({ book, db, engine, clock, log }: VisitDeskOptions): VisitDesk => {
  const holds = createHolds(clock)
  const startedAt = clock.now()
  const widgets = createKept(clock, KEEP_MS, async (id: WidgetId) => findWidget(db, id))
  const settings = createKept(
    clock,
    KEEP_MS,
    async (id: OrganizationId): Promise<InvitationSettings> =>
      (await findInvitationSettings(db, id)) ?? INVITATION_DEFAULTS,
  )
  /** Rules whose receivers were all busy, until when. */
  const busyRules = new Map<InvitationRuleId, number>()
  /** Whose chats have connected: after a restart they may come back before their pages. */
  const arrivals = new Map<string, CustomerPrincipal>()

  /** Tries the automatic invitation that is due; says when the next one may be. */
  const consider = async (organizationId: OrganizationId, visit: Visit): Promise<number | null> => {
    const now = clock.now()
    const { rules } = await settings.get(organizationId)
    if (visit.talked || visit.left || invitationNow(visit, now)) return null
    const { rule, lookAgainAt } = matchingRule(
      rules,
      {
        ...visit,
        visit: visit.number,
        source: visit.source.kind,
        known: visit.customer !== null && visit.customer.name !== '',
      },
      now,
    )
    if (!rule) return lookAgainAt
    const notBefore = Math.max(visit.quietUntil, busyRules.get(rule.id) ?? 0)
    if (notBefore > now) return notBefore
    // Before anything is awaited: another tab of theirs must not try at the same time.
    visit.quietUntil = now + TRY_AGAIN_MS
    const args = { visitorId: visit.id, ruleId: rule.id }
    const shown = await engine.runInternal(organizationId, 'invitation.show', args)
    if (!shown.ok && shown.code === 'not-receivable') busyRules.set(rule.id, now + TRY_AGAIN_MS)
    else if (!shown.ok) visit.quietUntil = now + Number(shown.details?.['pauseMs'] ?? INVITATION_MS)
    return null
  }

  /** What the page does not know yet; told once. */
  const untold = (visit: Visit): VisitAnswer | null => {
    const { tell } = visit
    visit.tell = null
    return tell && { on: true, nextMs: 0, ...tell }
  }

  const wait = async (
    organizationId: OrganizationId,
    visit: Visit,
    closed: Promise<void>,
  ): Promise<VisitAnswer> => {
    const dueAt = await consider(organizationId, visit)
    const told = untold(visit)
    if (told) return told
    const dueMs = Math.max(1000, (dueAt ?? Infinity) - clock.now())
    if (!(await settings.get(organizationId)).manual)
      return { on: true, nextMs: Math.min(VISIT_BEAT_MS, dueMs) }
    const restMs = Math.min(VISIT_HOLD_MS, dueMs)
    const gone = await holds.hold(visit.visitor, restMs, closed)
    // What a page that is gone was not told, the next one is.
    return (gone ? null : untold(visit)) ?? { on: true, nextMs: 0 }
  }

  const viewOf = (
    organizationId: OrganizationId,
    { widget, page }: VisitBeat,
    visitor: string,
    { address, agent }: PageOrigin,
  ): Visit | undefined => {
    if (!page) return book.beat(organizationId, visitor)
    const visit = book.view(organizationId, {
      visitor,
      widgetId: widget,
      url: page.url,
      title: page.title,
      mobile: page.mobile,
      number: page.visit,
      source: visitSourceOf(page),
      address: maskedAddress(address),
      browser: browserOf(agent),
    })
    const principal = arrivals.get(visitor)
    if (principal?.organizationId === organizationId && !visit.conversationId) {
      link(principal, visit).catch((error: unknown) => {
        log.error('a visitor was not recognised', { error })
      })
    }
    // A page that is opened while an invitation waits shows it too.
    const open = invitationNow(visit, clock.now())
    if (open) visit.tell = { invitation: open.shown }
    return visit
  }

  const link = async (principal: CustomerPrincipal, visit: Visit): Promise<void> => {
    const { organizationId, conversationId, customerId } = principal
    book.link(organizationId, visit, conversationId)
    const [customer] = await customersByIds(db, organizationId, [customerId])
    visit.customer = customer ? { name: customer.name, number: customer.number } : null
    const head = await threadHeadOf(db, organizationId, conversationId)
    visit.inSession = head !== undefined && head.open !== null
    visit.talked ||= visit.inSession
    book.touch(organizationId, visit)
  }

  const apply = (organizationId: OrganizationId, signal: InvitationSignal): void => {
    const visit = book.get(organizationId, signal.visitor)
    if (!visit) return
    if (signal.state === 'shown') {
      const { id, inviter, shown, until } = signal
      visit.invitation = { id, inviter, shown, until }
      visit.outcome = null
      visit.tell = { invitation: shown }
    } else {
      visit.invitation = null
      if (signal.state !== 'accepted') visit.outcome = signal.state === 'ignored' ? 'no-answer' : 'declined'
      else if (signal.opens) visit.tell = { open: true }
    }
    book.touch(organizationId, visit)
    if (visit.tell) holds.release(visit.visitor)
    // Somebody whose chat is connected already says no other hello.
    if (signal.state === 'accepted' && !signal.elsewhere && visit.conversationId)
      void open(organizationId, signal.id, visit.conversationId)
  }

  const open = async (
    organizationId: OrganizationId,
    id: InvitationId,
    conversationId: ConversationId,
  ): Promise<void> => {
    const opened = await engine.runInternal(organizationId, 'invitation.open', { id, conversationId })
    if (!opened.ok) log.warn('the session of an invitation was not opened', { code: opened.code })
  }

  return {
    beat: async (beat, from, closed) => {
      const found = await widgets.get(beat.widget)
      if (!found || found.deleted || found.invalid || !allowsOrigin(found.widget.origins, from.origin))
        return OFF
      const { organizationId } = found
      if (!(await settings.get(organizationId)).visitorList) return OFF
      const visitor = tokenHash(beat.key)
      if (beat.answer) {
        const args = { ...beat.answer, visitor }
        await engine.runInternal(organizationId, 'invitation.answer', args)
        return { on: true, nextMs: 0 }
      }
      if (beat.bye !== undefined) {
        const leaving = book.get(organizationId, visitor)
        // The next page of the same visit may have been faster.
        if (leaving?.url === beat.bye) {
          leaving.left = true
          book.touch(organizationId, leaving)
        }
        return OFF
      }
      const isNew = book.get(organizationId, visitor) === undefined
      const visit = viewOf(organizationId, beat, visitor, from)
      const now = clock.now()
      if (visit && isNew && now < startedAt + INVITATION_MS) await recall(db, organizationId, visit, now)
      return visit ? wait(organizationId, visit, closed) : { on: true, nextMs: 0, again: true }
    },
    arrived: async (principal, hello, address) => {
      const { organizationId, conversationId } = principal
      book.chats.note(conversationId, hello, address)
      if (hello.visit === undefined) return
      const visitor = tokenHash(hello.visit)
      arrivals.delete(visitor)
      arrivals.set(visitor, principal)
      const [oldest] = arrivals.size > MOST_ARRIVALS ? arrivals.keys() : []
      if (oldest !== undefined) arrivals.delete(oldest)
      const accepted = await acceptedInvitation(db, organizationId, visitor, clock.now() - OPEN_WITHIN_MS)
      if (accepted) await open(organizationId, accepted.id, conversationId)
      const visit = book.get(organizationId, visitor)
      if (visit) await link(principal, visit)
    },
    committed: ({ organizationId, entries, signals }) => {
      for (const signal of signals) if (signal.kind === 'invitation') apply(organizationId, signal)
      for (const entry of entries) {
        if (entry.event === 'invitations.changed') settings.forget(organizationId)
        if (!entry.scope.startsWith('thread:') || !isAboutSession(entry)) continue
        const visit = book.inConversation(organizationId, entry.payload.session.conversationId)
        if (!visit) continue
        visit.inSession = entry.payload.session.state !== 'ended'
        visit.talked = true
        book.touch(organizationId, visit)
      }
    },
    stop: () => {
      holds.stop()
    },
  }
}

type Entry = Committed['entries'][number]

const isAboutSession = (
  entry: Entry,
): entry is Extract<Entry, { event: 'session.requested' | 'session.assigned' | 'session.ended' }> =>
  entry.event === 'session.requested' || entry.event === 'session.assigned' || entry.event === 'session.ended'
