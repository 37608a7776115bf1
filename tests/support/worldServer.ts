/** The server of the test world: everything the real one is made of but sockets and files. */
import Fastify, { type FastifyInstance } from 'fastify'

import type { Ids } from '../../src/base/ids.ts'
import type { Logger } from '../../src/base/logger.ts'
import { createWorkQueue } from '../../src/base/workQueue.ts'
import type { ClientPorts } from '../../src/client/index.ts'
import type { LogEntry } from '../../src/protocol/events/index.ts'
import type { Scope } from '../../src/protocol/model/index.ts'
import { AgentHello, CustomerHello, HEARTBEAT_MS } from '../../src/protocol/wire/index.ts'
import { createAttempts } from '../../src/server/auth/attempts.ts'
import { createAuthority, type Authority } from '../../src/server/auth/authority.ts'
import { createConversationLinks } from '../../src/server/auth/conversationLinks.ts'
import { createSetup } from '../../src/server/auth/setup.ts'
import { createVisitors } from '../../src/server/auth/visitors.ts'
import { openDatabase, type DatabaseAddress } from '../../src/server/db/open.ts'
import type { Db } from '../../src/server/db/port.ts'
import { createEngine } from '../../src/server/engine/createEngine.ts'
import { createDirectories } from '../../src/server/engine/directory.ts'
import { beginTurn } from '../../src/server/engine/turn.ts'
import type { Committed, Engine } from '../../src/server/engine/types.ts'
import { createWork, type Work } from '../../src/server/engine/work.ts'
import { createFileLinks } from '../../src/server/files/fileLinks.ts'
import { createJobs } from '../../src/server/jobs/index.ts'
import { createDatabaseReads } from '../../src/server/publish/databaseReads.ts'
import { createHub } from '../../src/server/publish/hub.ts'
import { createMessageSearch } from '../../src/server/search/messageSearch.ts'
import { createRecentMessages } from '../../src/server/search/recentMessages.ts'
import { createClientAddress } from '../../src/server/transport/clientAddress.ts'
import { addAccountRoutes } from '../../src/server/transport/http/accountRoutes.ts'
import { limitsOf } from '../../src/server/transport/limits.ts'
import { createKeyedBuckets } from '../../src/server/transport/tokenBucket.ts'
import { createAgentAdmission } from '../../src/server/transport/ws/agentPeer.ts'
import type { Connection } from '../../src/server/transport/ws/connection.ts'
import { createCustomerAdmission } from '../../src/server/transport/ws/customerPeer.ts'
import { parseFrame } from '../../src/server/transport/ws/parseFrame.ts'
import { createPresenceLease } from '../../src/server/transport/ws/presenceLease.ts'
import type { Peer } from '../../src/server/transport/ws/socketServer.ts'
import { NO_VISITORS } from '../../src/server/visits/visitBook.ts'
import { watchedDb, type Activity } from './activity.ts'
import type { TestClock } from './clock.ts'
import type { FarEnd, NearEnd } from './testNetwork.ts'
import { ORGANIZATION } from './worldRows.ts'

export interface WorldServer {
  readonly db: Db
  readonly engine: Engine
  readonly authority: Authority
  readonly http: ClientPorts['http']
  accept(near: NearEnd): FarEnd
  /** What no command does yet: rows and their events in one transaction, published like any other. */
  change(body: (work: Work) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

export interface WorldServerOptions {
  readonly address: DatabaseAddress
  readonly clock: TestClock
  readonly ids: Ids
  readonly log: Logger
  readonly activity: Activity
  /** Which entries of a commit are published: a server with a fault leaves some out. */
  readonly publishes: (entry: LogEntry) => boolean
}

/** The limits are another test's business. */
const LIMIT_SCALE = 100_000
const SWEEP_MS = 5_000
const NOTHING_INDEXED = { candidates: async () => [] }
const NOBODY: Scope = 'thread:nobody'

export const startWorldServer = async (options: WorldServerOptions): Promise<WorldServer> => {
  const { address, clock, ids, log, activity, publishes } = options
  const db = watchedDb(await openDatabase(address, { clock, log }), activity)
  const links = createFileLinks(Buffer.alloc(32), clock)
  const recent = createRecentMessages()
  const engine = createEngine({
    db,
    clock,
    ids,
    log,
    // What is indexed behind the deliveries is found before that too: no message of a test is older.
    search: createMessageSearch(db, NOTHING_INDEXED, recent),
    files: {
      linkTo: (organizationId, fileId) => links.linkTo(organizationId, fileId, 60_000),
      isKept: async () => true,
    },
  })
  const hub = createHub({ reads: createDatabaseReads(db), links, clock, log })
  const publish = (committed: Committed): void => {
    // What is forgotten keeps its number and is told to nobody.
    const entries = committed.entries.map((entry) => (publishes(entry) ? entry : { ...entry, scope: NOBODY }))
    hub.committed({ ...committed, entries })
  }
  engine.onCommitted(publish)
  engine.onCommitted(recent.committed)
  const jobs = createJobs({ db, engine, clock, log })
  const limits = limitsOf(LIMIT_SCALE)
  const visitors = createVisitors({
    ...{ db, engine, clock },
    accounts: { find: async () => undefined },
    links: createConversationLinks(Buffer.alloc(32), clock),
  })
  const authority = createAuthority({
    db,
    clock,
    attempts: createAttempts(clock),
    passwords: createWorkQueue(1, 8),
  })
  const lease = createPresenceLease({
    clock,
    connected: async ({ organizationId, agentId }, attendance) =>
      engine.runInternal(organizationId, 'agent.connected', { agentId, ...attendance }),
    disconnected: async ({ organizationId, agentId }) =>
      engine.runInternal(organizationId, 'agent.disconnected', { agentId }),
    log,
  })
  const admitAgent = createAgentAdmission({ authority, engine, hub, lease, limits, clock, log })
  const admitCustomer = createCustomerAdmission({
    db,
    visitors,
    engine,
    hub,
    limits,
    signIn: { ways: [], outboxUrl: null },
    newVisitors: createKeyedBuckets(limits.newVisitors, clock),
    writes: createKeyedBuckets(limits.customerWrites, clock),
    visits: { arrived: async () => undefined },
    clock,
    log,
  })
  const app = Fastify()
  addAccountRoutes(app, {
    authority,
    setup: createSetup({ db, engine, ids, publicUrl: () => 'http://world' }),
    hub,
    clientAddress: createClientAddress([]),
    signIns: createKeyedBuckets(limits.signIns, clock),
  })
  const guests = new Set<Guest>()
  const sweep = (): void => {
    for (const guest of guests) {
      if (clock.now() - guest.connection.lastHeard > HEARTBEAT_MS * 2) guest.connection.bye('timeout')
    }
    stopSweeping = clock.after(SWEEP_MS, sweep)
  }
  let stopSweeping = clock.after(SWEEP_MS, sweep)
  await jobs.start()

  const admit = async (guest: Guest, data: Buffer): Promise<void> => {
    const agent = parseFrame(AgentHello, data)
    const customer = agent ? undefined : parseFrame(CustomerHello, data)
    const peer = agent
      ? await admitAgent(agent, guest.connection)
      : customer && (await admitCustomer(customer, guest.connection))
    if (!peer) return
    if (!guests.has(guest)) return peer.closed()
    guest.peer = peer
    for (const frame of guest.early.splice(0)) peer.receive(frame)
  }

  return {
    db,
    engine,
    authority,
    http: injected(app, activity),
    accept: (near) => {
      const guest: Guest = {
        connection: connectionOver(near, clock),
        greeted: false,
        peer: undefined,
        early: [],
      }
      guests.add(guest)
      return {
        message: (text) => {
          const data = Buffer.from(text)
          guest.connection.lastHeard = clock.now()
          if (guest.peer) guest.peer.receive(data)
          else if (guest.greeted) guest.early.push(data)
          else {
            guest.greeted = true
            void activity.during(() => admit(guest, data))
          }
        },
        closed: () => {
          guests.delete(guest)
          guest.peer?.closed()
        },
      }
    },
    change: async (body) => {
      const turn = await db.transaction(async (tx) => {
        const begun = await beginTurn(tx, ORGANIZATION, createDirectories())
        if (!begun) throw new Error('the organisation is gone')
        const principal = { kind: 'system', organizationId: ORGANIZATION } as const
        await body(
          createWork({
            turn: begun,
            principal,
            now: clock.now(),
            ids,
            log,
            visitors: NO_VISITORS,
            mostRequests: Infinity,
            isFatal: () => true,
          }),
        )
        await begun.finish()
        return begun
      })
      const committed = turn.committed()
      if (committed) publish(committed)
    },
    stop: async () => {
      stopSweeping()
      await jobs.stop()
      await engine.stop()
      hub.stop()
      await app.close()
      await db.close()
    },
  }
}

interface Guest {
  readonly connection: Connection
  greeted: boolean
  peer: Peer | undefined
  readonly early: Buffer[]
}

const connectionOver = (near: NearEnd, clock: TestClock): Connection => {
  const connection: Connection = {
    address: '127.0.0.1',
    lastHeard: clock.now(),
    get open() {
      return near.open && !ended
    },
    send: (frame) => {
      if (connection.open) near.send(frame.toString())
    },
    drained: async () => undefined,
    bye: (code, retryAfterMs) => {
      connection.send(JSON.stringify({ t: 'bye', code, ...(retryAfterMs !== undefined && { retryAfterMs }) }))
      ended = true
      near.close()
    },
  }
  let ended = false
  return connection
}

/** The routes without a socket. */
const injected =
  (app: FastifyInstance, activity: Activity): ClientPorts['http'] =>
  async ({ method, url, headers, body }) =>
    activity.during(async () => {
      const answer = await app.inject({
        method,
        url: new URL(url).pathname,
        ...(headers && { headers }),
        ...(typeof body === 'string' && { payload: body }),
      })
      return { status: answer.statusCode, text: answer.body }
    })
