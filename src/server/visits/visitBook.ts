/**
 * Who is on the pages of each organisation now.
 *
 * Nothing here is durable: a restart asks the pages anew. Visitors stand in order of their last sign of life, so that
 * whoever was silent longest is found first, both when their time is over and when there are too many.
 */
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type {
  ConversationId,
  OrganizationId,
  VisitorId,
  VisitFacts,
  VisitorRow,
  VisitSource,
  WidgetId,
} from '../../protocol/model/index.ts'
import { createChatPages, type ChatPages } from './chatPages.ts'
import { lookAt, rowOf, type Visit } from './visit.ts'

/** What commands may know of a visitor. */
export interface VisitorFacts {
  readonly visitor: string
  readonly visit: number
  readonly mobile: boolean
  readonly widgetId: WidgetId
  readonly conversationId: ConversationId | null
}

export interface VisitorChanges {
  readonly epoch: string
  readonly revision: number
  readonly count: number
  readonly full: boolean
  readonly rows: VisitorRow[]
  readonly gone: VisitorId[]
}

/** The side of the book that commands and questions read. */
export interface VisitorList {
  /** Undefined: not on any page now. */
  find(organizationId: OrganizationId, id: VisitorId): VisitorFacts | undefined
  /** The visit during which somebody wrote, known for a while after they left; else what their chat has said. */
  of(organizationId: OrganizationId, conversationId: ConversationId): VisitFacts | undefined
  changes(organizationId: OrganizationId, epoch: string, after: number): VisitorChanges
  count(organizationId: OrganizationId): number
}

export interface PageView {
  readonly visitor: string
  readonly widgetId: WidgetId
  readonly url: string
  readonly title: string
  readonly mobile: boolean
  readonly browser: string
  readonly number: number
  readonly source: VisitSource
  readonly address: string
}

export interface UnsavedVisit {
  readonly organizationId: OrganizationId
  readonly conversationId: ConversationId
  readonly visit: Visit
}

export interface VisitBook extends VisitorList {
  readonly chats: Pick<ChatPages, 'note'>
  /** A page was opened, or says that it is still there and has another address. */
  view(organizationId: OrganizationId, page: PageView): Visit
  /** A sign of life; undefined: nobody knows this visitor. */
  beat(organizationId: OrganizationId, visitor: string): Visit | undefined
  get(organizationId: OrganizationId, visitor: string): Visit | undefined
  inConversation(organizationId: OrganizationId, conversationId: ConversationId): Visit | undefined
  link(organizationId: OrganizationId, visit: Visit, conversationId: ConversationId): void
  /** The visits of customers of which something is not written yet; whoever takes them writes them. */
  takeUnsaved(): readonly UnsavedVisit[]
  /** Something that agents see has changed. */
  touch(organizationId: OrganizationId, visit: Visit): void
  stop(): void
}

/** Rows leave so long after the last sign of life (R-02-254). */
const GONE_MS = 60_000
/** Whoever comes back sooner goes on with the same visit. */
const VISIT_MS = 30 * 60_000
const SWEEP_MS = 5_000
/** Visits kept for one organisation; the most silent ones go first. */
const MOST = 50_000
/** Rows that are told at once; the number says how many there are. */
const MOST_TOLD = 2_000
const GONE_KEPT = 4_000

interface Floor {
  readonly byVisitor: Map<string, Visit>
  readonly byId: Map<VisitorId, Visit>
  readonly byConversation: Map<ConversationId, Visit>
  revision: number
  count: number
  gone: { readonly id: VisitorId; readonly at: number }[]
  /** Departures before this number are forgotten. */
  goneFrom: number
}

export const createVisitBook = ({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }): VisitBook => {
  const floors = new Map<OrganizationId, Floor>()
  const chats = createChatPages()
  const epoch = ids.secret(6)
  /** Of all floors: one that was forgotten and begins again goes on from here. */
  let revision = 0
  let cancel: (() => void) | undefined

  const floorOf = (organizationId: OrganizationId): Floor => {
    let floor = floors.get(organizationId)
    if (!floor) {
      floor = {
        byVisitor: new Map(),
        byId: new Map(),
        byConversation: new Map(),
        revision,
        count: 0,
        gone: [],
        goneFrom: revision,
      }
      floors.set(organizationId, floor)
    }
    cancel ??= clock.after(SWEEP_MS, sweep)
    return floor
  }

  const mark = (floor: Floor, visit: Visit): void => {
    floor.revision = revision += 1
    visit.changed = floor.revision
    if (!visit.listed) floor.count += 1
    visit.listed = true
  }

  const unlist = (floor: Floor, visit: Visit): void => {
    if (!visit.listed) return
    visit.listed = false
    floor.count -= 1
    floor.revision = revision += 1
    floor.gone.push({ id: visit.id, at: floor.revision })
    if (floor.gone.length <= GONE_KEPT * 2) return
    floor.gone = floor.gone.slice(-GONE_KEPT)
    floor.goneFrom = floor.gone[0]?.at ?? 0
  }

  const forget = (floor: Floor, visit: Visit): void => {
    unlist(floor, visit)
    floor.byVisitor.delete(visit.visitor)
    floor.byId.delete(visit.id)
    if (visit.conversationId) floor.byConversation.delete(visit.conversationId)
  }

  const alive = (floor: Floor, visit: Visit): void => {
    visit.seenAt = clock.now()
    // To the end: the map stays in order of the last sign of life.
    floor.byVisitor.delete(visit.visitor)
    floor.byVisitor.set(visit.visitor, visit)
    if (visit.listed && !visit.left) return
    visit.left = false
    mark(floor, visit)
  }

  const sweep = (): void => {
    cancel = undefined
    const now = clock.now()
    for (const [organizationId, floor] of floors) {
      for (const visit of floor.byVisitor.values()) {
        if (visit.seenAt > now - GONE_MS) break
        if (visit.seenAt > now - VISIT_MS) unlist(floor, visit)
        else forget(floor, visit)
      }
      if (floor.byVisitor.size === 0) floors.delete(organizationId)
    }
    if (floors.size > 0) cancel = clock.after(SWEEP_MS, sweep)
  }

  return {
    chats,
    view: (organizationId, page) => {
      const floor = floorOf(organizationId)
      const now = clock.now()
      const known = floor.byVisitor.get(page.visitor)
      if (known) {
        alive(floor, known)
        const other = known.url !== page.url
        if (other) known.pages += 1
        known.url = page.url
        known.title = page.title
        if (other) lookAt(known, now)
        known.pageSince = now
        mark(floor, known)
        return known
      }
      const visit: Visit = {
        ...page,
        id: ids.next() as VisitorId,
        arrivedAt: now,
        pages: 1,
        pageSince: now,
        viewed: [],
        unsaved: true,
        seenAt: now,
        left: false,
        conversationId: null,
        customer: null,
        inSession: false,
        talked: false,
        invitation: null,
        outcome: null,
        tell: null,
        quietUntil: 0,
        changed: 0,
        listed: false,
      }
      lookAt(visit, now)
      floor.byVisitor.set(page.visitor, visit)
      floor.byId.set(visit.id, visit)
      mark(floor, visit)
      const [oldest] = floor.byVisitor.size > MOST ? floor.byVisitor.values() : []
      if (oldest) forget(floor, oldest)
      return visit
    },
    beat: (organizationId, visitor) => {
      const floor = floorOf(organizationId)
      const visit = floor.byVisitor.get(visitor)
      if (visit) alive(floor, visit)
      return visit
    },
    get: (organizationId, visitor) => floors.get(organizationId)?.byVisitor.get(visitor),
    inConversation: (organizationId, conversationId) =>
      floors.get(organizationId)?.byConversation.get(conversationId),
    link: (organizationId, visit, conversationId) => {
      const floor = floorOf(organizationId)
      if (visit.conversationId) floor.byConversation.delete(visit.conversationId)
      visit.conversationId = conversationId
      visit.unsaved = true
      floor.byConversation.set(conversationId, visit)
      mark(floor, visit)
    },
    takeUnsaved: () =>
      [...floors].flatMap(([organizationId, floor]) =>
        [...floor.byConversation].flatMap(([conversationId, visit]) => {
          if (!visit.unsaved) return []
          visit.unsaved = false
          return [{ organizationId, conversationId, visit }]
        }),
      ),
    touch: (organizationId, visit) => {
      const floor = floors.get(organizationId)
      if (floor && visit.listed) mark(floor, visit)
    },
    find: (organizationId, id) => {
      const visit = floors.get(organizationId)?.byId.get(id)
      return visit?.listed && !visit.left
        ? {
            visitor: visit.visitor,
            visit: visit.number,
            mobile: visit.mobile,
            widgetId: visit.widgetId,
            conversationId: visit.conversationId,
          }
        : undefined
    },
    of: (organizationId, conversationId) => {
      const visit = floors.get(organizationId)?.byConversation.get(conversationId)
      return visit ? rowOf(visit, clock.now()) : chats.of(conversationId)
    },
    changes: (organizationId, known, after) => {
      const floor = floors.get(organizationId)
      if (!floor) return { epoch, revision: 0, count: 0, full: true, rows: [], gone: [] }
      const { revision: at, count } = floor
      const full = known !== epoch || after === 0 || after < floor.goneFrom
      if (!full && after === at) return { epoch, revision: at, count, full, rows: [], gone: [] }
      const now = clock.now()
      const listed = [...floor.byVisitor.values()].filter((visit) => visit.listed)
      const told = full ? listed.slice(-MOST_TOLD) : listed.filter(({ changed }) => changed > after)
      const gone = full ? [] : floor.gone.filter((one) => one.at > after).map(({ id }) => id)
      return { epoch, revision: at, count, full, rows: told.map((visit) => rowOf(visit, now)), gone }
    },
    count: (organizationId) => floors.get(organizationId)?.count ?? 0,
    stop: () => {
      cancel?.()
    },
  }
}

/** For a server without pages: nobody is there. */
export const NO_VISITORS: VisitorList = {
  find: () => undefined,
  of: () => undefined,
  changes: () => ({ epoch: '', revision: 0, count: 0, full: true, rows: [], gone: [] }),
  count: () => 0,
}
