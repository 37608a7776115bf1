/** A device of an agent in the test world: a client core on files of its own, that can be stopped and started again. */
import { join } from 'node:path'

import type { Clock } from '../../src/base/clock.ts'
import { createIds } from '../../src/base/ids.ts'
import type { Logger } from '../../src/base/logger.ts'
import type { ConversationListArgs } from '../../src/client/api.ts'
import { createClient, type Client, type ClientPorts } from '../../src/client/index.ts'
import type { Databases, SqliteDriver } from '../../src/client/ports/index.ts'
import { createDatabases } from '../../src/main/clientHost/databases.ts'
import type { EventName } from '../../src/protocol/events/index.ts'
import type { AgentId, ConversationId, MessageId } from '../../src/protocol/model/index.ts'
import type { Random } from '../../src/server/demo/random.ts'
import { cacheDigest, type CacheDigest } from './cacheDigest.ts'
import type { Line, TestNetwork } from './testNetwork.ts'
import { agentIdOf } from './worldRows.ts'

export interface WorldCore {
  readonly name: string
  /** Number of the agent. */
  readonly agent: number
  readonly agentId: AgentId
  readonly client: Client
  readonly running: boolean
  /** The connection it has now. */
  line(): Line
  /** Names of the events that came over its lines since the last call. */
  observed(): Set<EventName>
  /** How the server welcomed it last. */
  mode(): 'resumed' | 'resync' | null
  cache(): SqliteDriver
  readonly cacheFile: string
  digest(): CacheDigest
  /** What the list shows to somebody who has looked at it since the program began, and what it would show to a newcomer. */
  lists(): Promise<{ readonly watched: unknown; readonly fresh: unknown }>
  send(conversationId: ConversationId, text: string, seenSeq?: number | null): Promise<MessageId>
  /** Ends the program; the files stay. */
  stop(): Promise<void>
  start(): void
  /** A break and no network until `comeBack`. */
  goOffline(): void
  comeBack(): Promise<void>
}

export interface WorldCoreOptions {
  readonly name: string
  readonly agent: number
  readonly folder: string
  readonly network: TestNetwork
  readonly http: ClientPorts['http']
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
}

export const createWorldCore = (options: WorldCoreOptions): WorldCore => {
  const { name, agent, folder, network, http, clock, random, log } = options
  const agentId = agentIdOf(agent)
  const open = new Map<string, SqliteDriver>()
  const events = new Set<EventName>()
  let mode: 'resumed' | 'resync' | null = null
  const databases = keeping(createDatabases(folder, clock), open)
  const ids = createIds(clock, (into) => random.fill(into))
  network.onLine((line) => {
    if (line.owner !== name) return
    line.tap('down', (text) => {
      const frame = JSON.parse(text) as SeenFrame
      for (const { event } of frame.entries ?? []) events.add(event)
      if (frame.t === 'welcome') mode = frame.mode ?? null
      return text
    })
  })
  const create = (): Client =>
    createClient({
      databases,
      connect: network.connectAs(name),
      http,
      clock,
      ids,
      log,
      device: { kind: 'desktop', name, version: '0.1.0' },
      onWake: () => () => undefined,
    })
  const watched: unknown[] = []
  const begin = (): Client => {
    const begun = create()
    LISTS.forEach((args, n) => {
      begun.subscribe('conversations.list', args, (rows) => {
        watched[n] = rows
      })
    })
    return begun
  }
  let client = begin()
  let running = true

  const cache = (): SqliteDriver => {
    const driver = open.get(`cache-${agentId}`)
    if (!driver) throw new Error(`${name} has no cache`)
    return driver
  }
  return {
    name,
    agent,
    agentId,
    get client() {
      return client
    },
    get running() {
      return running
    },
    line: () => {
      const line = network.lines(name).at(-1)
      if (!line) throw new Error(`${name} is not connected`)
      return line
    },
    observed: () => {
      const seen = new Set(events)
      events.clear()
      return seen
    },
    mode: () => mode,
    cache,
    cacheFile: join(folder, `cache-${agentId}.db`),
    digest: () => cacheDigest(cache()),
    lists: async () => ({
      watched: [...watched],
      fresh: await Promise.all(LISTS.map(async (args) => client.query('conversations.list', args))),
    }),
    send: async (conversationId, text, seenSeq = null) => {
      const sent = await client.run('message.send', { conversationId, body: { kind: 'text', text }, seenSeq })
      if (!sent.ok) throw new Error(`${name} could not keep a message: ${sent.code}`)
      return sent.value.id
    },
    stop: async () => {
      running = false
      await client.stop()
    },
    start: () => {
      client = begin()
      running = true
    },
    goOffline: () => {
      network.setReachable(name, false)
      for (const line of network.lines(name)) line.cut()
    },
    comeBack: async () => {
      network.setReachable(name, true)
      await client.run('connection.retry', {})
    },
  }
}

/** Ways to look at the list. */
const LISTS: readonly ConversationListArgs[] = [
  { filter: 'all' },
  { filter: 'in-session' },
  { filter: 'all', order: 'entry', where: { unread: true } },
]

/** Remembers what is open, so that a test can look into it. */
const keeping = (databases: Databases, open: Map<string, SqliteDriver>): Databases => ({
  ...databases,
  open: async (name) => {
    const driver = await databases.open(name)
    open.set(name, driver)
    return driver
  },
})

interface SeenFrame {
  readonly t: string
  readonly mode?: 'resumed' | 'resync'
  readonly entries?: readonly { readonly event: EventName }[]
}
