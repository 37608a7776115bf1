import type {
  ConversationId,
  InvitationId,
  ShownInvitation,
  VisitorId,
  VisitorRow,
  ViewedPage,
  VisitSource,
  WidgetId,
} from '../../protocol/model/index.ts'

/** Somebody on a page, as the server remembers them; in memory only. */
export interface Visit {
  readonly id: VisitorId
  /** Hash of the key that only their page knows. */
  readonly visitor: string
  readonly widgetId: WidgetId
  readonly arrivedAt: number
  /** Which visit of theirs it is. */
  readonly number: number
  readonly mobile: boolean
  readonly browser: string
  readonly source: VisitSource
  readonly address: string
  url: string
  title: string
  pages: number
  pageSince: number
  /** The pages that were looked at, each once; the one opened last is the last. */
  viewed: ViewedPage[]
  /** Something of it is not on the disk yet. */
  unsaved: boolean
  seenAt: number
  left: boolean
  conversationId: ConversationId | null
  customer: { readonly name: string; readonly number: number } | null
  inSession: boolean
  /** They have talked with the company in this visit: they know the way, and are asked nothing by itself any more. */
  talked: boolean
  /** The invitation that they have now. */
  invitation: OpenInvitation | null
  outcome: 'no-answer' | 'declined' | null
  /** What the next answer to the page tells it. */
  tell: { readonly invitation?: ShownInvitation; readonly open?: true } | null
  /** No automatic invitation is tried before. */
  quietUntil: number
  /** When agents were last told something new about them, as a number of the list. */
  changed: number
  listed: boolean
}

export interface OpenInvitation {
  readonly id: InvitationId
  readonly inviter: string
  readonly until: number
  readonly shown: ShownInvitation
}

/** The visit as agents see it. */
export const rowOf = (visit: Visit, now: number): VisitorRow => ({
  id: visit.id,
  code: visit.visitor.slice(0, 6).toUpperCase(),
  customer: visit.customer,
  mobile: visit.mobile,
  browser: visit.browser,
  visits: visit.number,
  arrivedAt: visit.arrivedAt,
  source: visit.source,
  url: visit.url,
  title: visit.title,
  pages: visit.pages,
  address: visit.address,
  state: stateOf(visit, now),
  inviter: invitationNow(visit, now)?.inviter ?? '',
})

/** The invitation that still waits for an answer. */
export const invitationNow = ({ invitation }: Visit, now: number): OpenInvitation | null =>
  invitation && invitation.until > now ? invitation : null

const stateOf = (visit: Visit, now: number): VisitorRow['state'] => {
  if (visit.left) return 'left'
  if (visit.inSession) return 'in-session'
  if (invitationNow(visit, now)) return 'invited'
  return visit.outcome ?? 'browsing'
}

/** A page is opened: it counts, and moves to the end. The ones opened longest ago are forgotten. */
export const lookAt = (visit: Visit, now: number): void => {
  const { url, title } = visit
  const before = visit.viewed.find((page) => page.url === url)?.views ?? 0
  const others = visit.viewed.filter((page) => page.url !== url)
  visit.viewed = [...others.slice(1 - MOST_VIEWED), { url, title, views: before + 1, at: now }]
  visit.unsaved = true
}

const MOST_VIEWED = 50
