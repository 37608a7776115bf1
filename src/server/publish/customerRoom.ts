/** The customers of one organisation that are connected: their messages and where they stand. */
import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { AgentId, ConversationId, Message, OrganizationId } from '../../protocol/model/index.ts'
import type { CustomerState, SeenMessage, Talk } from '../../protocol/wire/index.ts'
import type { CustomerPrincipal } from '../engine/types.ts'
import { messageSeen, stateSeen, talkSeen, type CustomerViewPorts } from './customerView.ts'
import type { LogItem } from './logItem.ts'
import { createOtherTalks } from './otherTalks.ts'
import { nextTurn, type Outlet } from './outlet.ts'
import type { PublishReads } from './publishReads.ts'
import { createQueuePlaces } from './queuePlaces.ts'
import { readFrame, readMarkIn } from './readMarks.ts'

/** One page or tab of a customer. */
export interface CustomerFollower {
  readonly principal: CustomerPrincipal
  readonly outlet: Outlet
  /** Number of the newest message that was sent or was not for customers. */
  seq: number
  /** Messages come by commit; before, they are being read. */
  live: boolean
  /** Something was committed that it has not been sent and that has not been read since. */
  behind: boolean
  /** Recalled messages and those that quoted them, to be told once it is live: what it was sent may be older. */
  changed: readonly Message[]
  /** The entry lets customers see how far agents have read, and agents see what is being written. */
  readonly showsReads: boolean
  readonly showsTyped: boolean
  /** Their other conversations, by whom each is with; a customer without an account has none. */
  readonly others?: ReadonlyMap<ConversationId, AgentId | null>
  /** What opened their account on this device. */
  readonly account?: string
}

export interface SeenPage {
  readonly messages: readonly SeenMessage[]
  /** Number of the newest message there is, seen or not. */
  readonly lastSeq: number
  readonly more: boolean
}

export interface CustomerRoom {
  enter(follower: CustomerFollower): void
  leave(follower: CustomerFollower): void
  /** Messages after `after`, or the newest page when that would be more. */
  newest(conversationId: ConversationId, after: number): Promise<SeenPage>
  older(conversationId: ConversationId, before: number): Promise<SeenPage>
  state(conversationId: ConversationId): Promise<CustomerState>
  talk(talk: Pick<Talk, 'with' | 'friend' | 'news'>): Talk
  /** Sends what was committed since `follower.seq`; from then on commits are sent as they come. */
  goLive(follower: CustomerFollower): Promise<void>
  deliver(items: readonly LogItem[]): void
  /** The customer must be told where they stand. */
  stateChanged(conversationId: ConversationId): void
  queueMoved(target: string): void
  followersOf(conversationId: ConversationId): Iterable<CustomerFollower>
  /** Whether its customer looks at it, or at another of their conversations. */
  isOnline(conversationId: ConversationId): boolean
  /** All pages of the device on which somebody signed out of their account are closed. */
  signedOut(account: string): void
  stop(): void
}

export interface CustomerRoomOptions {
  readonly organizationId: OrganizationId
  readonly reads: PublishReads
  readonly view: CustomerViewPorts
  readonly clock: Clock
  readonly log: Logger
}

/** R-18-036. */
export const CUSTOMER_PAGE = 30
const READ_PAGE = 60
/** The same for all of many thousands. */
export const NOTHING: readonly Message[] = []

export const createCustomerRoom = (options: CustomerRoomOptions): CustomerRoom => {
  const { organizationId, reads, view, clock, log } = options
  const byConversation = new Map<ConversationId, Set<CustomerFollower>>()
  const otherTalks = createOtherTalks()
  const lastState = new Map<ConversationId, string>()
  /** How often the state of who is here has changed: what was read across a change is old. */
  const stateChanges = new Map<ConversationId, number>()
  const dirty = new Set<ConversationId>()
  /** Connections that are shown how far agents have read. */
  let readers = 0
  let telling: Promise<void> | undefined

  const places = createQueuePlaces({
    clock,
    log,
    read: (target) => reads.queue(organizationId, target),
    readWaits: (target, since) => reads.waits(organizationId, target, since),
    moved: (conversations) => {
      for (const id of conversations) if (byConversation.has(id)) stateChanged(id)
    },
  })

  const state = async (conversationId: ConversationId): Promise<CustomerState> => {
    const session = await reads.session(organizationId, conversationId)
    const waiting =
      session?.state === 'pending'
        ? await places.watch(conversationId, session.target)
        : (places.unwatch(conversationId), null)
    return stateSeen(session, waiting, view)
  }

  /** Sends the state of every conversation that changed, if it is another than the one sent last. */
  const tell = async (): Promise<void> => {
    while (dirty.size > 0) {
      const [conversationId] = dirty
      if (conversationId === undefined) return
      dirty.delete(conversationId)
      if (!byConversation.has(conversationId)) continue
      const text = JSON.stringify(await state(conversationId))
      if (lastState.get(conversationId) === text) continue
      lastState.set(conversationId, text)
      send(conversationId, `{"t":"state","state":${text}}`)
    }
  }

  function stateChanged(conversationId: ConversationId): void {
    if (!byConversation.has(conversationId)) return
    stateChanges.set(conversationId, (stateChanges.get(conversationId) ?? 0) + 1)
    dirty.add(conversationId)
    // After the answers of the commit have left, and once for all that a commit says of a session.
    telling ??= nextTurn()
      .then(tell)
      .catch((error: unknown) => {
        log.error('customer state not sent', { organizationId, error })
      })
      .finally(() => {
        telling = undefined
      })
  }

  function send(conversationId: ConversationId, frame: string): void {
    for (const follower of byConversation.get(conversationId) ?? []) follower.outlet.send(frame)
  }

  const seen = (messages: readonly Message[]): SeenMessage[] =>
    messages.flatMap((message) => messageSeen(message, view) ?? [])

  /** Reads backwards until a page is full of what customers may see, or the thread begins. */
  const pageBefore = async (conversationId: ConversationId, before: number | null, stop: number) => {
    let found: SeenMessage[] = []
    let lastSeq = 0
    let from = before
    let begins = false
    while (found.length <= CUSTOMER_PAGE && !begins) {
      const page = await reads.messagesBefore(organizationId, conversationId, from, READ_PAGE)
      lastSeq = Math.max(lastSeq, page.at(-1)?.seq ?? 0)
      found = [...seen(page), ...found]
      from = page[0]?.seq ?? 0
      begins = page.length < READ_PAGE || from <= 1
      if (from <= stop + 1) break
    }
    return { found, lastSeq, begins }
  }

  const newest: CustomerRoom['newest'] = async (conversationId, after) => {
    // Nearly always a tab that comes back lacks a few messages, or none.
    const missed =
      after > 0 ? await reads.messagesAfter(organizationId, conversationId, after, CUSTOMER_PAGE) : []
    if (after > 0 && missed.length < CUSTOMER_PAGE) {
      return { messages: seen(missed), lastSeq: missed.at(-1)?.seq ?? after, more: true }
    }
    const { found, lastSeq, begins } = await pageBefore(conversationId, null, after)
    const fresh = found.filter((message) => message.seq > after)
    const messages = fresh.slice(-CUSTOMER_PAGE)
    const first = messages[0]?.seq
    const more = first === undefined ? after > 0 : found.some((m) => m.seq < first) || !begins
    return { messages, lastSeq, more }
  }

  const goLive = async (follower: CustomerFollower): Promise<void> => {
    const { conversationId } = follower.principal
    while (follower.behind && follower.outlet.open) {
      follower.behind = false
      const missed = await reads.messagesAfter(organizationId, conversationId, follower.seq, READ_PAGE)
      if (missed.length === READ_PAGE) follower.behind = true
      follower.seq = missed.at(-1)?.seq ?? follower.seq
      sendMessages(follower, seen(missed))
    }
    follower.live = true
    await sendRead(follower)
    const { changed } = follower
    follower.changed = NOTHING
    tellChanged(follower, changed)
  }

  const tellRead = (item: LogItem): void => {
    if (readers === 0) return
    const mark = readMarkIn(item)
    if (!mark) return
    for (const follower of byConversation.get(mark.conversationId) ?? []) {
      if (follower.showsReads) follower.outlet.send(readFrame(mark.seq))
    }
  }

  /** What was read before this connection. */
  const sendRead = async (follower: CustomerFollower): Promise<void> => {
    if (!follower.showsReads) return
    const { conversationId } = follower.principal
    const session = await reads.session(organizationId, conversationId)
    const seq = session?.handlerId
      ? await reads.readSeq(organizationId, session.handlerId, conversationId)
      : 0
    if (seq > 0) follower.outlet.send(readFrame(seq))
  }

  const tellChanged = (follower: CustomerFollower, messages: readonly Message[]): void => {
    if (messages.length === 0) return
    if (follower.live) follower.outlet.send(JSON.stringify({ t: 'changed', messages: seen(messages) }))
    else follower.changed = [...follower.changed, ...messages]
  }

  /** Where they look at another one a word of the company is told, not brought. */
  const tellElsewhere = (conversationId: ConversationId, item: LogItem): void => {
    if (!otherTalks.has(conversationId)) return
    const { message } = item.payload() as { message: Message }
    if (message.sender.kind === 'agent') otherTalks.tell(message)
  }

  const sendMessages = (follower: CustomerFollower, messages: readonly SeenMessage[]): void => {
    if (messages.length > 0) follower.outlet.send(JSON.stringify({ t: 'messages', messages }))
  }

  const deliverTo = (follower: CustomerFollower, messages: readonly Message[]): void => {
    if (!follower.live) {
      follower.behind = true
      return
    }
    const fresh = messages.filter((message) => message.seq > follower.seq)
    const first = fresh[0]
    if (!first) return
    if (first.seq === follower.seq + 1) {
      follower.seq = fresh.at(-1)?.seq ?? follower.seq
      sendMessages(follower, seen(fresh))
      return
    }
    // Something is missing between: the database knows.
    follower.live = false
    follower.behind = true
    void goLive(follower).catch((error: unknown) => {
      log.error('customer catch-up failed', { organizationId, error })
      follower.outlet.bye('going-away')
    })
  }

  return {
    enter: (follower) => {
      const { conversationId } = follower.principal
      if (follower.showsReads) readers += 1
      const set = byConversation.get(conversationId)
      if (set) set.add(follower)
      else byConversation.set(conversationId, new Set([follower]))
      otherTalks.enter(follower)
    },
    leave: (follower) => {
      otherTalks.leave(follower)
      const { conversationId } = follower.principal
      const set = byConversation.get(conversationId)
      if (set?.delete(follower) && follower.showsReads) readers -= 1
      if (set?.size !== 0) return
      byConversation.delete(conversationId)
      lastState.delete(conversationId)
      stateChanges.delete(conversationId)
      places.unwatch(conversationId)
    },
    newest,
    older: async (conversationId, before) => {
      const { found, lastSeq, begins } = await pageBefore(conversationId, before, 0)
      const messages = found.slice(-CUSTOMER_PAGE)
      return { messages, lastSeq, more: found.length > messages.length || !begins }
    },
    state: async (conversationId) => {
      // A change meanwhile is told before this is, and nobody would tell it again.
      for (;;) {
        const changes = stateChanges.get(conversationId)
        const current = await state(conversationId)
        if (stateChanges.get(conversationId) !== changes) continue
        lastState.set(conversationId, JSON.stringify(current))
        return current
      }
    },
    talk: (talk) => talkSeen(talk, view),
    goLive,
    deliver: (items) => {
      const messages = new Map<ConversationId, Message[]>()
      const changed: (readonly [ConversationId, readonly Message[]])[] = []
      for (const item of items) {
        tellRead(item)
        if (!item.scope.startsWith('thread:')) continue
        const conversationId = item.scope.slice('thread:'.length) as ConversationId
        if (item.event === 'message.sent') tellElsewhere(conversationId, item)
        if (!byConversation.has(conversationId)) continue
        if (item.event === 'message.sent') {
          const { message } = item.payload() as { message: Message }
          const list = messages.get(conversationId)
          if (list) list.push(message)
          else messages.set(conversationId, [message])
        } else if (item.event === 'message.recalled') {
          const { messages: recalled } = item.payload() as { messages: readonly Message[] }
          changed.push([conversationId, recalled])
        } else if (item.event.startsWith('session.')) stateChanged(conversationId)
      }
      for (const [conversationId, list] of messages) {
        for (const follower of byConversation.get(conversationId) ?? []) deliverTo(follower, list)
      }
      for (const [conversationId, list] of changed) {
        for (const follower of byConversation.get(conversationId) ?? []) tellChanged(follower, list)
      }
    },
    stateChanged,
    queueMoved: (target) => {
      places.queueMoved(target)
    },
    followersOf: (conversationId) => byConversation.get(conversationId) ?? [],
    isOnline: (conversationId) => byConversation.has(conversationId) || otherTalks.has(conversationId),
    signedOut: (account) => {
      const pages = [...byConversation.values()].flatMap((followers) => [...followers])
      for (const page of pages) if (page.account === account) page.outlet.bye('signed-out')
    },
    stop: () => {
      places.stop()
    },
  }
}
