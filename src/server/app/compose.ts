/** Builds the server: everything it is made of, in reading order. */
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import { createWorkQueue } from '../../base/workQueue.ts'
import type { ByeCode } from '../../protocol/wire/index.ts'
import { createAnswerMail } from '../answers/answerMail.ts'
import { createAttempts } from '../auth/attempts.ts'
import { createAuthority } from '../auth/authority.ts'
import { createConversationLinks } from '../auth/conversationLinks.ts'
import { createImAccounts } from '../auth/im/imAccounts.ts'
import { createSignInCodes } from '../auth/im/signInCodes.ts'
import { createSetup } from '../auth/setup.ts'
import { createVisitors } from '../auth/visitors.ts'
import { createBotDesk } from '../bots/botDesk.ts'
import { createBotWebhook } from '../bots/webhook.ts'
import { openDatabase } from '../db/open.ts'
import { openPostgresSearchIndex } from '../db/postgresSearchIndex.ts'
import type { SearchIndex } from '../db/searchIndex.ts'
import { openSqliteSearchIndex } from '../db/sqliteSearchIndex.ts'
import { startDemo, type Demo } from '../demo/startDemo.ts'
import { createEngine } from '../engine/createEngine.ts'
import { createContentStore } from '../files/contentStore.ts'
import { createFileLinks } from '../files/fileLinks.ts'
import { createFiles, createKeptCheck } from '../files/files.ts'
import { createPartialUploads } from '../files/partialUploads.ts'
import { createUploaders } from '../files/uploaders.ts'
import { noGateway } from '../gateways/gateway.ts'
import { createLocalOutbox } from '../gateways/localOutbox.ts'
import { createSmtpGateway } from '../gateways/smtp.ts'
import { createJobs } from '../jobs/index.ts'
import { createLanguageClient } from '../language/languageClient.ts'
import { createLanguageDesk } from '../language/languageDesk.ts'
import { createLanguageTrial } from '../language/languageTrial.ts'
import { createTextTranslator } from '../language/textTranslator.ts'
import { createKeepPicture } from '../links/keepPicture.ts'
import { createLinkDesk } from '../links/linkDesk.ts'
import { createLinkReader } from '../links/linkReader.ts'
import { createGet, publicInternet, type Outside } from '../outbound/get.ts'
import { createSend } from '../outbound/send.ts'
import { createPost } from '../outbound/signedPost.ts'
import { createDatabaseReads } from '../publish/databaseReads.ts'
import { createHub } from '../publish/hub.ts'
import { signInOfferOf } from '../publish/widgetView.ts'
import { createRouterClient } from '../routers/routerClient.ts'
import { createRouterDesk } from '../routers/routerDesk.ts'
import { createMessageIndexer } from '../search/messageIndexer.ts'
import { createMessageSearch } from '../search/messageSearch.ts'
import { createRecentMessages } from '../search/recentMessages.ts'
import { createClientAddress } from '../transport/clientAddress.ts'
import { createHttp } from '../transport/http/createHttp.ts'
import { limitsOf } from '../transport/limits.ts'
import { createLineServer } from '../transport/line/lineServer.ts'
import { createMetrics } from '../transport/metrics.ts'
import { createOriginPolicy } from '../transport/origin.ts'
import { createPlaces } from '../transport/places.ts'
import { createKeyedBuckets } from '../transport/tokenBucket.ts'
import { createAgentAdmission } from '../transport/ws/agentPeer.ts'
import { createCustomerAdmission } from '../transport/ws/customerPeer.ts'
import { createPresenceLease } from '../transport/ws/presenceLease.ts'
import { createSocketServer } from '../transport/ws/socketServer.ts'
import { createVisitBook } from '../visits/visitBook.ts'
import { createVisitDesk } from '../visits/visitDesk.ts'
import { createVisitNotes } from '../visits/visitNotes.ts'
import type { Config } from './config.ts'
import { openDataFolder } from './dataFolder.ts'
import { createHistoryMarks } from './historyMarks.ts'
import { createServices, type Service } from './services.ts'

export interface Server {
  /** Where it listens, as reached from this machine. */
  readonly url: string
  readonly port: number
  readonly demo: Demo | undefined
  stop(): Promise<void>
}

export interface World {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  /** Where pages that messages lead to may lie; on the public internet unless said. */
  readonly outside?: Outside
}

/**
 * Checking a password costs about a tenth of a second of a core, on purpose. Without a bound, a flood of sign-ins would
 * take the threads that files and the database's callbacks need as well.
 */
const PASSWORDS_WAITING = 64
const PICTURES_AT_ONCE = 2
const PICTURES_WAITING = 32
const AGENT_LINK_MS = 10 * 60_000
const SECRET_BYTES = 32
const BACKLOG = 4_096

export const startServer = async (config: Config, world: World): Promise<Server> => {
  const { clock, ids, log, outside = publicInternet } = world
  const folder = await openDataFolder(config.data)
  const services = createServices(log)

  // Data.
  const { databaseUrl } = config
  const db = await openDatabase(
    databaseUrl === undefined ? { file: join(folder.path, 'foyer.db') } : { url: databaseUrl },
    { clock, log },
  )
  const openIndex = async (): Promise<SearchIndex> =>
    databaseUrl === undefined
      ? openSqliteSearchIndex(join(folder.path, 'search.db'))
      : openPostgresSearchIndex(db)
  const index = config.messageSearch ? await openIndex() : null
  const recent = createRecentMessages()
  const store = createContentStore(join(folder.path, 'files'))

  // What decides and writes, and how much of it one client may ask for.
  const limits = limitsOf(config.limitScale)
  const links = createFileLinks(folder.key, clock)
  const book = createVisitBook({ clock, ids })
  const post = createPost({ clock, allowPrivate: config.privateWebhooks })
  const routerClient = createRouterClient(post, clock)
  const language = createLanguageClient(createSend({ clock, allowPrivate: config.privateWebhooks }))
  const engine = createEngine({
    db,
    clock,
    ids,
    log,
    search: index && createMessageSearch(db, index, recent),
    files: {
      linkTo: (organizationId, fileId) => links.linkTo(organizationId, fileId, AGENT_LINK_MS),
      isKept: createKeptCheck(db, store),
    },
    visitors: book,
    routers: routerClient,
    tryLanguage: createLanguageTrial(language, clock),
    translateText: createTextTranslator(language, clock),
    mostRequests: limits.sessionRequests,
  })
  const visits = createVisitDesk({ book, db, engine, clock, log })
  const visitNotes = createVisitNotes({ book, engine, clock, log })
  const bots = createBotDesk({ db, engine, webhook: createBotWebhook(post), clock, log })
  const routers = createRouterDesk({ db, engine, client: routerClient, log })
  const languageDesk = createLanguageDesk({ db, engine, store, client: language, clock, log })
  const pictures = createWorkQueue(PICTURES_AT_ONCE, PICTURES_WAITING)
  const get = createGet({ clock, outside })
  const read = createLinkReader({ get, keepPicture: createKeepPicture(store, pictures) })
  const linkDesk = createLinkDesk({ db, engine, read, clock, log })
  const jobs = createJobs({ db, engine, clock, log })
  const marks = createHistoryMarks({ db, engine, folder, clock, log })
  const indexer = index && createMessageIndexer({ db, index, recent, clock, log })

  // Who gets what.
  const hub = createHub({ reads: createDatabaseReads(db), links, clock, log })

  // Who may come in.
  const clientAddress = createClientAddress(config.trustedProxies)
  const authority = createAuthority({
    db,
    clock,
    attempts: createAttempts(clock),
    passwords: createWorkQueue(Math.max(1, availableParallelism() - 1), PASSWORDS_WAITING),
  })
  const mail = config.mail && createSmtpGateway({ ...config.mail, log })
  const gateway = mail ?? (config.demo ? createLocalOutbox({ db, clock, ids }) : noGateway)
  const imCodes = createSignInCodes({ db, gateway, key: folder.key, clock })
  const imAccounts = createImAccounts({ db, codes: imCodes, engine, clock })
  const signIn = signInOfferOf(gateway, config.demo && !mail)
  const conversationLinks = createConversationLinks(folder.key, clock)
  const visitors = createVisitors({ db, engine, accounts: imAccounts, links: conversationLinks, clock })
  const partialUploads = createPartialUploads(join(folder.path, 'files', 'parts'), clock)
  const files = createFiles({ db, store, links, clock, pictures })
  const lease = createPresenceLease({
    clock,
    connected: async ({ organizationId, agentId }, attendance) =>
      engine.runInternal(organizationId, 'agent.connected', { agentId, ...attendance }),
    disconnected: async ({ organizationId, agentId }) =>
      engine.runInternal(organizationId, 'agent.disconnected', { agentId }),
    log,
  })
  let url = ''
  const publicUrl = (): string => config.publicUrl ?? url
  const setup = createSetup({ db, engine, ids, publicUrl })
  const answerMail = createAnswerMail({ db, engine, gateway, links: conversationLinks, publicUrl, log })

  // The doors.
  const admitCustomer = createCustomerAdmission({
    db,
    visitors,
    engine,
    hub,
    limits,
    signIn,
    newVisitors: createKeyedBuckets(limits.newVisitors, clock),
    writes: createKeyedBuckets(limits.customerWrites, clock),
    visits,
    clock,
    log,
  })
  const origins = createOriginPolicy([...(config.publicUrl ? [config.publicUrl] : []), ...config.origins])
  const places = createPlaces(limits.socketsPerAddress)
  const onBye = (code: ByeCode): void => {
    metrics.ended(code)
  }
  const sockets = createSocketServer({
    admitAgent: createAgentAdmission({ authority, engine, hub, lease, limits, clock, log }),
    admitCustomer,
    origins,
    onBye,
    clientAddress,
    places,
    clock,
    log,
  })
  const lines = createLineServer({ admit: admitCustomer, places, onBye, clock, log })
  const metrics = createMetrics(() => ({ ...hub.counts(), sockets: sockets.size + lines.size }))
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  let demo: Demo | undefined
  let serving = false
  const http = await createHttp({
    db,
    authority,
    setup,
    hub,
    lines,
    origins,
    conversationLinks,
    imCodes,
    imAccounts,
    signInOffer: signIn,
    codesSent: createKeyedBuckets(limits.codesSent, clock),
    codesTried: createKeyedBuckets(limits.codesTried, clock),
    files,
    partialUploads,
    uploaders: createUploaders(authority, visitors),
    clientAddress,
    signIns: createKeyedBuckets(limits.signIns, clock),
    uploads: createKeyedBuckets(limits.uploads, clock),
    engine,
    forms: createKeyedBuckets(limits.forms, clock),
    clock,
    visits,
    beats: createKeyedBuckets(limits.beats, clock),
    webRoot: config.webRoot,
    widgetRoot: config.widgetRoot,
    metrics,
    metricsToken: config.metricsToken,
    control: {
      secret,
      ticketUrl: async () => {
        const base = config.publicUrl ?? url
        if (demo) return `${base}/?ticket=${await authority.issueTicket(demo.organizationId, demo.agentId)}`
        return (await setup.isWanted()) ? `${base}/setup?token=${setup.token}` : `${base}/`
      },
    },
    isServing: () => serving,
    https: config.publicUrl?.startsWith('https:') ?? false,
    log,
  })
  const portOf = (): number => {
    const address = http.server.address()
    return typeof address === 'object' && address ? address.port : config.port
  }

  const inOrder: readonly Service[] = [
    { name: 'database', start: () => undefined, stop: () => db.close() },
    { name: 'search index', start: () => undefined, stop: () => index?.close() },
    { name: 'files', start: () => store.prepare(), stop: () => undefined },
    { name: 'partial-uploads', start: () => partialUploads.sweep(), stop: () => undefined },
    { name: 'engine', start: () => undefined, stop: () => engine.stop() },
    { name: 'mail', start: () => undefined, stop: () => mail?.close() },
    {
      name: 'publishing',
      start: () => {
        engine.onCommitted((committed) => {
          metrics.committed(committed.entries.length)
          hub.committed(committed)
          visits.committed(committed)
          bots.committed(committed)
          routers.committed(committed)
          languageDesk.committed(committed)
          linkDesk.committed(committed)
          answerMail.committed(committed)
          if (!indexer) return
          recent.committed(committed)
          indexer.poke(committed.organizationId)
        })
      },
      stop: () => {
        hub.stop()
        book.stop()
      },
    },
    { name: 'answer mail', start: () => undefined, stop: () => answerMail.stop() },
    { name: 'history marks', start: () => marks.start(), stop: () => marks.stop() },
    { name: 'jobs', start: () => jobs.start(), stop: () => jobs.stop() },
    {
      name: 'visit notes',
      start: () => {
        visitNotes.start()
      },
      stop: () => visitNotes.stop(),
    },
    {
      name: 'bots',
      start: () => {
        bots.start()
      },
      stop: () => bots.stop(),
    },
    { name: 'routers', start: () => undefined, stop: () => routers.stop() },
    { name: 'language services', start: () => undefined, stop: () => languageDesk.stop() },
    { name: 'link previews', start: () => undefined, stop: () => linkDesk.stop() },
    {
      name: 'indexer',
      start: () => {
        indexer?.start()
      },
      stop: () => indexer?.stop(),
    },
    {
      name: 'doors',
      start: async () => {
        sockets.attach(http.server)
        lines.start()
        // Everybody comes back at once after a restart: the usual queue of 511 would turn half of them away.
        await http.listen({ host: config.host, port: config.port, backlog: BACKLOG })
        url = `http://${hostName(config.host)}:${portOf()}`
      },
      stop: async () => {
        serving = false
        visits.stop()
        lines.stop()
        await sockets.stop()
        await http.close()
      },
    },
    {
      name: 'demonstration',
      start: async () => {
        if (!config.demo) return
        const { host } = config
        const agentsConnected = (): number => hub.counts().agents
        demo = await startDemo({
          db,
          clock,
          ids,
          log,
          dataFolder: folder.path,
          serverUrl: url,
          host,
          newcomers: config.demoNewcomers,
          agentsConnected,
        })
      },
      stop: () => demo?.stop(),
    },
    {
      name: 'control file',
      start: async () => {
        const shop = demo && { shopUrl: demo.shopUrl }
        const outbox = signIn.outboxUrl !== null && { outboxUrl: `${url}${signIn.outboxUrl}` }
        await folder.writeControl({ pid: process.pid, port: portOf(), url, secret, ...shop, ...outbox })
        serving = true
      },
      stop: () => folder.removeControl(),
    },
  ]
  await services.start(inOrder)
  return { url, port: portOf(), demo, stop: services.stop }
}

/** A server that listens everywhere is reached from its own machine by the loopback address. */
const hostName = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
