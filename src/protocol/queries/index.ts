import * as z from 'zod'

import {
  AgentId,
  Arrival,
  BlockEntry,
  BotId,
  CompanyBlock,
  ContactPerson,
  ConversationId,
  Customer,
  FileId,
  Instant,
  Message,
  MessageFilter,
  Path,
  QuickReplyUse,
  RatedSession,
  RouterDecision,
  RouterHealth,
  RouterId,
  RouterProblem,
  RoutingOutcome,
  RoutingRules,
  RoutingStep,
  Seq,
  SessionId,
  VisitorId,
  VisitFacts,
  VisitorRow,
  WidgetId,
} from '../model/index.ts'
import {
  customerChanges,
  customerThreads,
  customerTimeline,
  exportPage,
  followRecords,
  searchThreads,
  threadDays,
  threadPage,
} from './customers.ts'
import { languageServicesSet, translateForCustomer, tryLanguageService } from './languageServices.ts'
import { query, type QueryDeclaration } from './query.ts'
import { quickEntryAddress, quickEntrySecret } from './quickEntries.ts'
import { runningSessions } from './sessions.ts'

/** Messages with `seq < beforeSeq`, newest first page, returned in ascending order (R-17-007). */
const historyPage = query(
  'history.page',
  z.strictObject({ conversationId: ConversationId, beforeSeq: Seq, limit: z.int().min(1).max(200) }),
  z.object({ messages: z.array(Message) }),
)

/** What a waiting customer has written so far, newest last (R-02-116). */
const poolMessages = query(
  'pool.messages',
  z.strictObject({ sessionId: SessionId }),
  z.object({ messages: z.array(Message) }),
)

/** A conversation in which something was found. */
const RecordPlace = z.object({
  conversationId: ConversationId,
  customerName: Customer.shape.name,
  customerNumber: Customer.shape.number,
  /** Who received the customer last; null: nobody has. */
  handlerId: AgentId.nullable(),
})
export type RecordPlace = z.infer<typeof RecordPlace>

/**
 * Newest messages that contain every word: of one's own conversations (R-06-165), or, for whoever holds
 * `records.search-all`, of everybody's; each of the latter is an audit entry (R-07-062).
 */
const searchMessages = query(
  'message.search',
  z.strictObject({
    text: z.string().min(1).max(100),
    before: Instant.nullable(),
    /** Nothing, as of older clients: all of them. */
    filter: MessageFilter.nullish(),
    limit: z.int().min(1).max(50),
    /** Nothing: one's own. */
    scope: z.enum(['own', 'all']).nullish(),
  }),
  z.object({
    messages: z.array(Message),
    /** Whose the conversations are; told of everybody's only, because one's own are known. */
    places: z.array(RecordPlace).optional(),
  }),
)

/** An address of a file that works for a few minutes, for whoever may see it. */
const fileLink = query(
  'file.link',
  z.strictObject({ fileId: FileId }),
  z.object({ url: z.string(), expiresAt: Instant }),
)

/**
 * Who is on the pages now (R-02-250): what changed since `after`, or the newest two thousand. Kept in memory only, so
 * another `epoch` means that everything is told anew.
 */
const visitorChanges = query(
  'visitors.changes',
  z.strictObject({ epoch: z.string().max(64), after: z.int().min(0) }),
  z.object({
    epoch: z.string(),
    revision: z.int(),
    /** Everybody, also those who are not among the rows. */
    count: z.int(),
    full: z.boolean(),
    rows: z.array(VisitorRow),
    gone: z.array(VisitorId),
  }),
)

/** How customers rated one's own sessions from a moment on (R-02-266). */
const ownRatings = query(
  'ratings.own',
  z.strictObject({ since: Instant }),
  z.object({
    count: z.int().min(0),
    /** Mean of the stars; null: nobody has rated. */
    stars: z.number().min(1).max(5).nullable(),
  }),
)

/** Which of one's own sessions were rated from a moment on, the newest first (R-03-115). */
const ratedSessions = query(
  'ratings.list',
  z.strictObject({ since: Instant }),
  z.object({ sessions: z.array(RatedSession) }),
)

/** Whom one blocked for oneself, the newest first (R-02-300). */
const ownBlockEntries = query(
  'block-entries.own',
  z.strictObject({}),
  z.object({ entries: z.array(BlockEntry) }),
)

/** Whom the company blocked, the newest first; for whoever may block (R-15-042). */
const companyBlockEntries = query(
  'block-entries.company',
  z.strictObject({}),
  z.object({ entries: z.array(CompanyBlock) }),
)

/** Who is in the own address book: starred customers and own friends. */
const ownContacts = query(
  'contacts.own',
  z.strictObject({}),
  z.object({ favorites: z.array(ContactPerson), friends: z.array(ContactPerson) }),
)

/** Friends of the main account whose name or number has the text in it, by name; for whoever may see them (R-02-294). */
const mainFriends = query(
  'contacts.main',
  z.strictObject({ text: z.string().trim().max(64) }),
  z.object({ friends: z.array(ContactPerson) }),
)

/** Whose account has exactly this number, and what hinders the agent to talk to them (R-06-163). */
const accountByNumber = query(
  'contacts.by-number',
  z.strictObject({ number: z.int().min(1) }),
  z.object({ person: ContactPerson.nullable(), hindrance: Path.shape.hindrance }),
)

/** All ways there are to the customer of a conversation (chapter 02 section 22). */
const pathsOf = query(
  'paths.of',
  z.strictObject({ conversationId: ConversationId }),
  z.object({ paths: z.array(Path) }),
)

/** How many are on the pages now. */
const visitorCount = query('visitors.count', z.strictObject({}), z.object({ count: z.int() }))

/** The page where the customer of a conversation is, or was last in this visit (R-02-311). */
const visitorOf = query(
  'visitor.of',
  z.strictObject({ conversationId: ConversationId }),
  z.object({ visitor: VisitFacts.nullable() }),
)

/** Where a customer would end up now, step by step; `rules` need not be saved. For whoever may change them. */
const tryRouting = query(
  'routing.try',
  z.strictObject({
    rules: RoutingRules.shape.rules,
    arrival: Arrival,
    /** Who had their last session for the group they come to, lately. */
    lastHandlerId: AgentId.nullable(),
  }),
  z.object({ steps: z.array(RoutingStep), outcome: RoutingOutcome }),
)

/**
 * Asks a router that is saved about a customer of whom only this is said, and does nothing with its answer (R-16-108). For
 * whoever may change routers.
 */
const tryRouter = query(
  'router.try',
  z.strictObject({ routerId: RouterId, widgetId: WidgetId.nullable(), text: z.string().max(500) }),
  z.object({
    request: z.string(),
    /** As it came, cut; empty: nothing came. */
    answer: z.string(),
    ms: z.int(),
    problem: RouterProblem.nullable(),
    decision: RouterDecision.nullable(),
  }),
)

/** Whole, for whoever manages them; in the log and in caches only their hosts are. */
const routerAddresses = query(
  'router.addresses',
  z.strictObject({}),
  z.object({ addresses: z.record(RouterId, z.string()) }),
)
/** The same of bots that somebody else runs. */
const botAddresses = query(
  'bot.addresses',
  z.strictObject({}),
  z.object({ addresses: z.record(BotId, z.string()) }),
)
/** How the routers have done lately; for whoever may change them. */
const routerHealth = query('router.health', z.strictObject({}), z.object({ routers: z.array(RouterHealth) }))

/** How often everybody together has used the company's quick replies; those nobody used are left out. For whoever keeps them. */
const quickReplyUsage = query(
  'quick-replies.usage',
  z.strictObject({}),
  z.object({ uses: z.array(QuickReplyUse) }),
)

export const serverQueries = {
  'history.page': historyPage,
  'pool.messages': poolMessages,
  'sessions.running': runningSessions,
  'message.search': searchMessages,
  'file.link': fileLink,
  'ratings.own': ownRatings,
  'ratings.list': ratedSessions,
  'block-entries.own': ownBlockEntries,
  'block-entries.company': companyBlockEntries,
  'contacts.own': ownContacts,
  'contacts.main': mainFriends,
  'contacts.by-number': accountByNumber,
  'paths.of': pathsOf,
  'customer.changes': customerChanges,
  'customer.follow-records': followRecords,
  'customer.timeline': customerTimeline,
  'customer.threads': customerThreads,
  'customer.search': searchThreads,
  'thread.page': threadPage,
  'thread.days': threadDays,
  'export.page': exportPage,
  'quick-replies.usage': quickReplyUsage,
  'quick-entry.address': quickEntryAddress,
  'quick-entries.secret': quickEntrySecret,
  'language-services.set-up': languageServicesSet,
  'language-services.try': tryLanguageService,
  'text.translate': translateForCustomer,
  'routing.try': tryRouting,
  'router.try': tryRouter,
  'router.addresses': routerAddresses,
  'bot.addresses': botAddresses,
  'router.health': routerHealth,
  'visitors.changes': visitorChanges,
  'visitors.count': visitorCount,
  'visitor.of': visitorOf,
} as const satisfies { readonly [Name in string]: QueryDeclaration<Name> }

export type ServerQueries = typeof serverQueries
export type ServerQueryName = keyof ServerQueries
export type ServerQueryArgs<N extends ServerQueryName> = z.infer<ServerQueries[N]['args']>
export type ServerQueryResult<N extends ServerQueryName> = z.infer<ServerQueries[N]['result']>
export type { ExportFormat, ThreadKinds } from './customers.ts'
