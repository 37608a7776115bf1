import { ok, refuse } from '../../base/result.ts'
import type {
  ConversationId,
  CustomerId,
  TimelineHead,
  TimelineItem,
  ViewedPage,
} from '../../protocol/model/index.ts'
import type { ConversationRow } from '../db/conversations.ts'
import {
  countSessionsOf,
  sessionsOfConversations,
  sourceOfSessions,
  stepsOf,
} from '../db/customerSessions.ts'
import { customerVisitsOf, firstVisitOf } from '../db/customerVisits.ts'
import { conversationsOfCustomer } from '../db/faces.ts'
import { LIST_LIMIT } from '../db/lists.ts'
import { askedCustomer } from './askedCustomer.ts'
import type { Asking, QueryHandler } from './query.ts'
import { readableThreads } from './visibility.ts'

/** Receptions and visits of a customer (R-03-137, R-03-138), for whoever may open timelines. */
export const customerTimeline: QueryHandler<'customer.timeline'> = async (
  asking,
  { conversationId, view, before, limit },
) => {
  if (!asking.known.permissions.has('customer.timeline')) return refuse('not-found')
  const customerId = await askedCustomer(asking, conversationId)
  if (!customerId) return refuse('not-found')
  const { db, principal } = asking
  const rows = await conversationsOfCustomer(db, principal.organizationId, customerId)
  const ids = rows.slice(0, LIST_LIMIT).map(({ id }) => id)
  const page = { before: before ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 }
  const items = [
    ...(await receptions(asking, rows, ids, page)),
    ...(view === 'all' ? await customerVisitsOf(db, principal.organizationId, customerId, page) : []),
  ].toSorted((a, b) => b.at - a.at)
  return ok({
    head: before === null ? await headOf(asking, customerId, ids) : null,
    items: items.slice(0, limit),
    more: items.length > limit,
  })
}

const receptions = async (
  asking: Asking,
  rows: readonly ConversationRow[],
  ids: readonly ConversationId[],
  page: { readonly before: number; readonly limit: number },
): Promise<TimelineItem[]> => {
  const { db, principal } = asking
  const sessions = await sessionsOfConversations(db, principal.organizationId, ids, page)
  const steps = await stepsOf(
    db,
    principal.organizationId,
    sessions.map(({ session }) => session.id),
  )
  const readable = await readableThreads(asking, rows)
  return sessions.map(({ session, firstSeq }) => ({
    kind: 'reception',
    at: session.requestedAt,
    sessionId: session.id,
    conversationId: session.conversationId,
    channel: session.channel,
    face: session.face ?? null,
    initiator: session.initiator,
    state: session.state,
    handlerId: session.handlerId,
    endedAt: session.endedAt,
    endReason: session.endReason,
    firstSeq: readable.has(session.conversationId) ? firstSeq : null,
    steps: steps.get(session.id) ?? [],
  }))
}

const headOf = async (
  { db, principal, now }: Asking,
  customerId: CustomerId,
  ids: readonly ConversationId[],
): Promise<TimelineHead> => {
  const { organizationId } = principal
  const visits = await customerVisitsOf(db, organizationId, customerId, {
    before: Number.MAX_SAFE_INTEGER,
    limit: VISITS_LOOKED_AT,
  })
  const pages = new Map<string, ViewedPage>()
  for (const page of visits.filter(({ at }) => at > now - MONTH_MS).flatMap((visit) => visit.pages)) {
    const known = pages.get(page.url)
    pages.set(page.url, known ? { ...known, views: known.views + page.views } : page)
  }
  const first = await firstVisitOf(db, organizationId, customerId)
  return {
    // Their browser counted also those before we knew who they are.
    visits: Math.max(visits.length, ...visits.map(({ number }) => number)),
    receptions: await countSessionsOf(db, organizationId, ids),
    // Whoever never was on a page with our script came by a session at least.
    firstSource: first?.source ?? (await sourceOfSessions(db, organizationId, ids, 'first')),
    latestSource: visits[0]?.source ?? (await sourceOfSessions(db, organizationId, ids, 'latest')),
    pages: [...pages.values()].toSorted((a, b) => b.views - a.views || b.at - a.at).slice(0, MOST_PAGES),
  }
}

const MONTH_MS = 30 * 24 * 60 * 60_000
const VISITS_LOOKED_AT = 200
const MOST_PAGES = 5
