import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import { refuse, type Result } from '../../base/result.ts'
import { serverQueries, type ServerQueryName } from '../../protocol/queries/index.ts'
import { insertAuditEntry, wasNoted } from '../db/auditEntries.ts'
import { storageFailureOf } from '../db/dialect.ts'
import { configRevisionOf } from '../db/organizations.ts'
import type { Db } from '../db/port.ts'
import type { Directories } from '../engine/directory.ts'
import type { AgentPrincipal } from '../engine/types.ts'
import type { LanguageTrial } from '../language/languageTrial.ts'
import type { TranslateText } from '../language/textTranslator.ts'
import type { VisitorList } from '../visits/visitBook.ts'
import { companyBlockEntries, ownBlockEntries } from './blockEntries.ts'
import { botAddresses } from './bots.ts'
import { accountByNumber, mainFriends, ownContacts } from './contacts.ts'
import { customerChanges, followRecords } from './customerProfile.ts'
import { customerThreads, searchThreads } from './customerThreads.ts'
import { customerTimeline } from './customerTimeline.ts'
import { exportPage } from './exportPage.ts'
import { fileLink } from './fileLink.ts'
import { historyPage } from './historyPage.ts'
import { languageServicesSet, translateForCustomer, tryLanguageService } from './languageServices.ts'
import { ownRatings, ratedSessions } from './ownRatings.ts'
import { pathsOf } from './pathsOf.ts'
import { poolMessages } from './poolMessages.ts'
import type { FileLinks, MessageSearch, RouterQuestions } from './ports.ts'
import type { Asking, QueryHandler } from './query.ts'
import { quickEntryAddress, quickEntrySecret } from './quickEntries.ts'
import { quickReplyUsage } from './quickReplyUsage.ts'
import { routerAddresses, routerHealth, tryRouter } from './routers.ts'
import { runningSessions } from './runningSessions.ts'
import { searchMessages } from './searchMessages.ts'
import { threadDays, threadPage } from './threadPages.ts'
import { tryRouting } from './tryRouting.ts'
import { visitorChanges, visitorCount } from './visitorChanges.ts'
import { visitorOf } from './visitorOf.ts'

const handlers = {
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
} satisfies { [N in ServerQueryName]: QueryHandler<N> }

export interface QueryOptions {
  readonly db: Db
  readonly directories: Directories
  readonly search: MessageSearch | null
  readonly files: FileLinks
  readonly visitors: VisitorList
  readonly routers: RouterQuestions
  readonly tryLanguage: LanguageTrial
  readonly translateText: TranslateText
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
}

/** Answers a question of an agent, by the permissions they hold now. */
export const runQuery = async (
  options: QueryOptions,
  principal: AgentPrincipal,
  name: ServerQueryName,
  args: unknown,
): Promise<Result<unknown>> => {
  const { db, directories, search, files, visitors, routers, tryLanguage, translateText, clock, log } =
    options
  if (!Object.hasOwn(serverQueries, name)) return refuse('invalid', { path: 'name' })
  const parsed = serverQueries[name].args.safeParse(args)
  if (!parsed.success) return refuse('invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' })
  try {
    const configRevision = await configRevisionOf(db, principal.organizationId)
    if (configRevision === undefined) return refuse('not-found')
    const directory = await directories.at(db, principal.organizationId, configRevision)
    const known = directory.agents.get(principal.agentId)
    if (!known || known.agent.disabled) return refuse('forbidden')
    // The table pairs each name with its handler; the arguments were parsed by the declaration of the same name.
    const handler = handlers[name] as unknown as AnyQuery
    return await handler(
      {
        db,
        principal,
        known,
        directory,
        now: clock.now(),
        search,
        files,
        visitors,
        routers,
        tryLanguage,
        translateText,
        note: noteOf(options, principal),
      },
      parsed.data,
    )
  } catch (error) {
    log.error('query failed', { query: name, reason: String(error) })
    return refuse(storageFailureOf(error) ? 'unavailable' : 'internal')
  }
}

const noteOf =
  ({ db, clock, ids }: QueryOptions, { organizationId, agentId }: AgentPrincipal): Asking['note'] =>
  async (action, subject, quietMs = 0) => {
    const actor = { kind: 'agent', id: agentId } as const
    const entry = { id: ids.next(), at: clock.now(), actor, action, subject: JSON.stringify(subject) }
    await db.transaction(async (tx) => {
      const isKnown = quietMs > 0 && (await wasNoted(tx, organizationId, entry, entry.at - quietMs))
      if (!isKnown) await insertAuditEntry(tx, organizationId, entry)
    })
  }

type AnyQuery = (asking: Asking, args: unknown) => Promise<Result<unknown>>
