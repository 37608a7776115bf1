/**
 * All that a user interface may know of the client core.
 *
 * `run` changes something, `query` asks once, `subscribe` asks and goes on answering. Whether the core lives in a
 * worker, a utility process or the same thread is the host's business. Nothing here speaks a human language: refusals
 * are codes with figures.
 */
import type { Patch } from '../base/patch.ts'
import type { Result } from '../base/result.ts'
import type { AgentCommandName, CommandArgs, CommandCode, CommandResult } from '../protocol/commands/index.ts'
import type {
  Agent,
  AgentId,
  AgentPresence,
  Arrival,
  BlockEntry,
  Bot,
  Conversation,
  ConversationId,
  Customer,
  CustomerId,
  CustomRouter,
  Department,
  Greetings,
  GroupId,
  InvitationSettings,
  ListEntry,
  Me,
  Message,
  MessageId,
  NavMenu,
  Organization,
  Path,
  PoolEntry,
  Presence,
  QuickReply,
  Quote,
  ReceptionGroup,
  RouterDecision,
  RouterHealth,
  RouterId,
  RouterProblem,
  RoutingOutcome,
  RoutingRule,
  RoutingRules,
  RoutingStep,
  Session,
  SessionId,
  StoredFile,
  Survey,
  Tag,
  TopicList,
  VisitorRow,
  Widget,
  WidgetId,
  WrittenBody,
} from '../protocol/model/index.ts'

export interface ClientApi {
  run<N extends ActionName>(name: N, args: ActionArgs<N>): Promise<Result<ActionResult<N>, ActionCode<N>>>
  query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<QueryResult<N>>
  /** Calls `listener` with the first answer and again with each later one; the function returned ends it. */
  subscribe<N extends QueryName>(
    name: N,
    args: QueryArgs<N>,
    listener: (result: QueryResult<N>) => void,
  ): () => void
}

/** Commands of the server that only make sense with it (R-17-019); the others are queued in the outbox. */
export type OnlineCommandName = Exclude<AgentCommandName, 'message.send'>

/** What the core does by itself. */
export interface LocalActions {
  'account.sign-in': {
    args: { server: string; account: string; password: string; publicComputer: boolean }
    result: { agentId: AgentId }
    code: SignInCode
  }
  'account.sign-in-with-ticket': {
    args: { server: string; ticket: string }
    result: { agentId: AgentId }
    code: SignInCode
  }
  /** Erases the cache, after the caller has named unsent items and drafts (R-17-059). */
  'account.sign-out': { args: Record<string, never>; result: Record<string, never>; code: never }
  'account.switch': { args: { agentId: AgentId }; result: Record<string, never>; code: 'not-found' }
  'connection.retry': { args: Record<string, never>; result: Record<string, never>; code: never }
  /** Makes sure that everything is shown as the server has it now. */
  'connection.confirm': { args: Record<string, never>; result: Record<string, never>; code: 'offline' }
  /** Written to disk before the promise resolves; sent in order of writing (R-06-064). */
  'message.send': {
    args: {
      conversationId: ConversationId
      body: Extract<WrittenBody, { kind: 'text' }>
      seenSeq: number | null
      /** What it answers; the server takes from it only which message that is. */
      quote?: Quote | undefined
    }
    result: { id: MessageId }
    code: 'outbox-full' | 'disk-full' | 'too-long'
  }
  /** Kept on disk, uploaded, then sent in its place in the order. `alt`: what a picture shows, for those who do not see it. */
  'file.send': {
    args: {
      conversationId: ConversationId
      file: Blob
      name: string
      as: 'image' | 'file'
      alt?: string | undefined
    }
    result: { id: MessageId }
    code: 'outbox-full' | 'disk-full' | 'too-large' | 'type-not-allowed' | 'unreadable'
  }
  /** Brings a picture that belongs to no conversation to the server, such as one for an entry point. */
  'picture.upload': {
    args: { file: Blob; name: string }
    result: { file: StoredFile }
    code: 'unreachable' | UploadCode
  }
  /** Takes a failed message and those behind it up again; `force` sends although a colleague answered meanwhile. */
  'outbox.retry': {
    args: { id: MessageId; force: boolean }
    result: Record<string, never>
    code: 'not-found'
  }
  'outbox.discard': { args: { id: MessageId }; result: Record<string, never>; code: 'not-found' }
  /** Empty text removes the draft. */
  'draft.save': {
    args: { conversationId: ConversationId; text: string }
    result: Record<string, never>
    code: 'disk-full'
  }
  /** Fetches the page of messages before the oldest cached one. */
  'history.load': {
    args: { conversationId: ConversationId }
    result: { loaded: number; more: boolean }
    code: 'offline' | 'unavailable' | 'disk-full'
  }
  'typing.set': {
    args: { conversationId: ConversationId; on: boolean }
    result: Record<string, never>
    code: never
  }
  /** Settings of this device, such as theme, language, widths of panels; any JSON value. */
  'setting.save': { args: { key: string; value: unknown }; result: Record<string, never>; code: 'disk-full' }
}

/** What may be wrong with a file. */
export type UploadCode =
  | 'too-large'
  | 'type-not-allowed'
  | 'disk-full'
  | 'too-many-tries'
  | 'unavailable'
  | 'internal'

export type SignInCode =
  | 'wrong-credentials'
  | 'disabled'
  | 'forbidden'
  | 'too-many-tries'
  | 'ticket-used'
  | 'unreachable'
  | 'version'
  | 'internal'

export type ActionName = OnlineCommandName | keyof LocalActions
export type ActionArgs<N extends ActionName> = N extends keyof LocalActions
  ? LocalActions[N]['args']
  : N extends OnlineCommandName
    ? CommandArgs<N>
    : never
export type ActionResult<N extends ActionName> = N extends keyof LocalActions
  ? LocalActions[N]['result']
  : N extends OnlineCommandName
    ? CommandResult<N>
    : never
/** `offline`: the command needs the server and was not kept. `timeout`: its fate is unknown; sending again is safe. */
export type ActionCode<N extends ActionName> = N extends keyof LocalActions
  ? LocalActions[N]['code']
  : N extends OnlineCommandName
    ? CommandCode<N> | 'offline' | 'timeout'
    : never

/** What is looked for among the waiting customers; null: everything (R-02-115). */
export interface PoolFilter {
  /** Empty: those who came without any. */
  readonly source: string | null
  readonly groupId: GroupId | null
  /** `nobody`: those without an owner. */
  readonly ownerId: AgentId | 'nobody' | null
}

/** The beginning of the pool, in the order asked for. */
export interface PoolPage {
  readonly entries: readonly PoolEntry[]
  /** How many there are, these and those behind them. */
  readonly total: number
}

/** What can be asked; all answers come from the cache unless said. */
export interface Queries {
  /** Who is signed in on this device, and which accounts it remembers. */
  'account.current': { args: Record<string, never>; result: CurrentAccount }
  'connection.status': { args: Record<string, never>; result: ConnectionStatus }
  /** Null until the first synchronisation. */
  'organization.get': { args: Record<string, never>; result: OrganizationView | null }
  'presence.mine': { args: Record<string, never>; result: MyPresence }
  'presence.all': { args: Record<string, never>; result: readonly AgentPresence[] }
  /** `in-session`: those whose session is one's own and open. Pinned first, then latest first. */
  'conversations.list': {
    args: { filter: 'in-session' | 'all' }
    result: readonly ConversationRow[]
  }
  'conversation.get': { args: { conversationId: ConversationId }; result: ConversationView | null }
  /** The newest `limit` messages that hang together, ascending, and own unsent ones behind them. */
  'thread.messages': { args: { conversationId: ConversationId; limit: number }; result: ThreadView }
  /** The first `limit` of them, or all: a hundred thousand may wait. */
  'pool.list': {
    args: { filter: 'all' | 'mine'; sort: 'longest' | 'newest'; narrowed?: PoolFilter; limit?: number }
    result: PoolPage
  }
  /** Where those who wait came from, each once, in order. */
  'pool.sources': { args: Record<string, never>; result: readonly string[] }
  'pool.count': {
    args: Record<string, never>
    result: { waiting: number; oldestSince: number | null; newestSince: number | null }
  }
  /** Asks the server. */
  'pool.messages': { args: { sessionId: SessionId }; result: readonly Message[] }
  /** The page where the customer is, or was last in this visit; asks the server now and then. Null: not known. */
  'visitor.of': { args: { conversationId: ConversationId }; result: VisitorRow | null }
  /** Who is on the pages now; asks the server every second while somebody looks. Null: it cannot be told. */
  'visitors.list': { args: Record<string, never>; result: VisitorsView | null }
  /** All ways there are to the customer; asks the server. Null: it cannot be told. */
  'paths.of': { args: { conversationId: ConversationId }; result: { paths: readonly Path[] } | null }
  /** Whom one blocked for oneself; asks the server. Null: it cannot be told. */
  'block-entries.own': { args: Record<string, never>; result: { entries: readonly BlockEntry[] } | null }
  /** Own ratings since then; asks the server. Null: it cannot be told. */
  'ratings.own': { args: { since: number }; result: { count: number; stars: number | null } | null }
  /** Asks the server what would become of a customer now, by rules that need not be saved. Null: it cannot be told. */
  'routing.try': {
    args: { rules: readonly RoutingRule[]; arrival: Arrival; lastHandlerId: AgentId | null }
    result: { steps: readonly RoutingStep[]; outcome: RoutingOutcome } | null
  }
  /** Asks a saved router about a customer who is not there; nothing comes of it. Null: it cannot be told. */
  'router.try': {
    args: { routerId: RouterId; widgetId: WidgetId | null; text: string }
    result: {
      request: string
      answer: string
      ms: number
      problem: RouterProblem | null
      decision: RouterDecision | null
    } | null
  }
  /** How the routers have done lately; asks the server now and then. Null: it cannot be told. */
  'router.health': { args: Record<string, never>; result: { routers: readonly RouterHealth[] } | null }
  /** Asks the server every few seconds while somebody looks. Null: it cannot be told. */
  'visitors.count': { args: Record<string, never>; result: { count: number } | null }
  'quick-replies.list': { args: Record<string, never>; result: readonly QuickReply[] }
  'draft.get': { args: { conversationId: ConversationId }; result: { text: string } }
  'outbox.list': { args: Record<string, never>; result: readonly OutboxItem[] }
  'setting.get': { args: { key: string }; result: { value: unknown } }
  /** Everything cached that matches; instantly, and the same without network (R-17-043). */
  'search.local': { args: { text: string; limit: number }; result: SearchResult }
  /** What the server finds beyond; empty when offline. */
  'search.server': {
    args: { text: string; limit: number }
    result: { messages: readonly MessageHit[]; offline: boolean }
  }
  /** An address the interface can show or download from for some minutes. */
  'file.url': { args: { fileId: string }; result: { url: string | null } }
}

export type QueryName = keyof Queries
export type QueryArgs<N extends QueryName> = Queries[N]['args']
export type QueryResult<N extends QueryName> = Queries[N]['result']

export interface RememberedAccount {
  readonly agentId: AgentId
  readonly organizationName: string
  readonly agentName: string
  readonly account: string
  readonly server: string
}

export interface CurrentAccount {
  /** `starting` while the local files are opened. */
  readonly state: 'starting' | 'signed-out' | 'signed-in'
  /** Why the last account was signed out, if not by the agent. */
  readonly cause: 'signed-out-elsewhere' | 'disabled' | null
  readonly account: RememberedAccount | null
  readonly me: Me | null
  readonly remembered: readonly RememberedAccount[]
  /** Told once each, in words: what happened to the local files. */
  readonly notices: readonly CacheNotice[]
}

/** `memory`: nothing lasting could be opened. `newer`: a newer program wrote the cache; it was left untouched. */
export interface CacheNotice {
  readonly code: 'cache-repaired' | 'cache-moved-aside' | 'memory' | 'newer' | 'disk-full'
  readonly at: number
}

/** R-17-011. `since` is when the state began, by the local clock. */
export interface ConnectionStatus {
  readonly state: 'connecting' | 'syncing' | 'connected' | 'offline' | 'limited'
  readonly since: number
  /** When the next try happens, while offline. */
  readonly nextTryAt: number | null
  readonly reason: string | null
  /** Server time minus local time. */
  readonly clockOffsetMs: number
  readonly outbox: number
  /** Share of the first load that is done, 0…1, while syncing. */
  readonly progress: number | null
}

export interface OrganizationView {
  readonly organization: Organization
  readonly agents: readonly Agent[]
  readonly departments: readonly Department[]
  readonly groups: readonly ReceptionGroup[]
  readonly survey: Survey
  readonly invitations: InvitationSettings
  readonly greetings: Greetings
  readonly navMenu: NavMenu
  readonly rules: RoutingRules
  readonly bots: readonly Bot[]
  readonly routers: readonly CustomRouter[]
  readonly tags: readonly Tag[]
  readonly topics: TopicList
  /** The one changed last first. */
  readonly widgets: readonly Widget[]
}

/** Newest first; `count` also counts those who are not among the rows. */
export interface VisitorsView {
  readonly count: number
  readonly rows: readonly VisitorRow[]
}

export interface MyPresence {
  readonly presence: Presence
  readonly reception: boolean
  readonly load: number
  readonly capacity: number
}

/** A row of the conversation list, flat so that comparing rows is comparing fields. */
export interface ConversationRow {
  readonly id: ConversationId
  readonly customerId: CustomerId
  /** As the agent calls them, else as everybody does. */
  readonly customerName: string
  /** As everybody calls them; null: so does the agent. */
  readonly publicName: string | null
  readonly customerNumber: number
  readonly channel: Conversation['channel']
  /** The entry by which the customer came first. */
  readonly widgetId: WidgetId | null
  readonly pinned: boolean
  readonly unread: number
  readonly preview: Conversation['preview']
  /** The newest unsent own message waits or failed. */
  readonly unsent: 'queued' | 'failed' | null
  readonly draft: string
  readonly online: boolean
  readonly typing: boolean
  readonly sessionState: Session['state'] | null
  readonly handlerId: AgentId | null
  /** The customer's message that waits for an answer longest; null when the last word is ours. */
  readonly waitingSince: number | null
  readonly at: number
}

export interface ConversationView {
  readonly conversation: Conversation
  readonly customer: Customer
  /** What the agent calls the customer; null: as everybody does. */
  readonly remark: string | null
  readonly session: Session | null
  readonly entry: ListEntry | null
  readonly online: boolean
  readonly typing: boolean
  /** What the customer is writing; empty: nothing, or the company does not look at it. */
  readonly typedText: string
}

export interface ThreadView {
  readonly messages: readonly Message[]
  readonly unsent: readonly OutboxItem[]
  /** Older messages than the first exist, here or on the server. */
  readonly more: boolean
  /** A message behind the last one is known and not here yet: a loading row stands in its place (R-06-066). */
  readonly gap: boolean
  readonly deliveredSeq: number
  readonly readSeq: number
  /** First message that was unread when the agent came, for the mark in the thread. */
  readonly unreadFrom: number | null
}

export interface OutboxItem {
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly body:
    | { readonly kind: 'text'; readonly text: string; readonly quote?: Quote }
    | {
        readonly kind: 'image' | 'file'
        readonly name: string
        readonly bytes: number
        /** The picture itself, to show before it is uploaded; null for files. */
        readonly preview: Blob | null
        /** Share that is uploaded, 0…1. */
        readonly progress: number
      }
  readonly state: 'queued' | 'sending' | 'failed'
  /** Code of the refusal of a failed one. */
  readonly reason: string | null
  readonly createdAt: number
}

export interface MessageHit {
  readonly message: Message
  readonly customerName: string
  readonly customerNumber: number
}

export interface SearchResult {
  readonly customers: readonly Customer[]
  /** What the agent calls those of them whom they call otherwise. */
  readonly remarkByCustomer: Readonly<Record<string, string>>
  /** Conversation to open for each customer found. */
  readonly conversationByCustomer: Readonly<Record<string, ConversationId>>
  readonly agents: readonly Agent[]
  readonly quickReplies: readonly QuickReply[]
  readonly messages: readonly MessageHit[]
  /** Share of the messages that is indexed, 0…1 (R-17-048). */
  readonly indexed: number
}

/**
 * What a window and the host of a core say to each other.
 *
 * `id` is chosen by the window, one for each question or subscription. After each `answer` of a subscription the host
 * waits for `taken` and then sends what has changed since, so that a window that is busy is never behind by more than
 * one message. A window says nothing before it was told that the core is `here`; when it is told so again, the core is
 * another one and the window subscribes anew.
 */
export type ToHost =
  | { readonly kind: 'run'; readonly id: number; readonly name: ActionName; readonly args: unknown }
  | { readonly kind: 'query'; readonly id: number; readonly name: QueryName; readonly args: unknown }
  | { readonly kind: 'subscribe'; readonly id: number; readonly name: QueryName; readonly args: unknown }
  | { readonly kind: 'taken' | 'unsubscribe'; readonly id: number }
  /** Take the databases over from the tab that has them. */
  | { readonly kind: 'use-here' }
  /** The window was shown, or the computer woke: a reason to try the connection again. */
  | { readonly kind: 'wake' }

export type FromHost =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'patch'; readonly id: number; readonly patch: Patch }
  /** A bug: what may be expected is an answer. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  | { readonly kind: 'ownership'; readonly ownership: Ownership }

/** `elsewhere`: another tab has the databases; this one can ask for them. */
export type Ownership = 'starting' | 'here' | 'elsewhere'
