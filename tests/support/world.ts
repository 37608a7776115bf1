/**
 * The test world: one real server and several real client cores in one process.
 *
 * Time stands still until `pass`; between two callbacks of the clock everything that was set going comes to rest, so a
 * run is the same however fast the machine is. Lines between cores and server are in memory and do what the test says.
 */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Clock } from '../../src/base/clock.ts'
import { createIds, type Ids } from '../../src/base/ids.ts'
import { silentLogger, type Logger } from '../../src/base/logger.ts'
import type { CommandArgs, CustomerCommandName } from '../../src/protocol/commands/index.ts'
import type { LogEntry } from '../../src/protocol/events/index.ts'
import type { ConversationId, MessageId, WidgetId } from '../../src/protocol/model/index.ts'
import { messagesBefore } from '../../src/server/db/messages.ts'
import { openDatabase, type DatabaseAddress } from '../../src/server/db/open.ts'
import type { Db } from '../../src/server/db/port.ts'
import { createRandom, type Random } from '../../src/server/demo/random.ts'
import type { CommandOutcome, CustomerPrincipal, Engine } from '../../src/server/engine/types.ts'
import type { Work } from '../../src/server/engine/work.ts'
import { createActivity } from './activity.ts'
import { createTestClock, TEST_START, type TestClock } from './clock.ts'
import { makeFastFolder } from './fastFolder.ts'
import { newSqlite } from './sqlite.ts'
import { createTestNetwork, type TestNetwork } from './testNetwork.ts'
import { createWorldCore, type WorldCore } from './worldCore.ts'
import { agentIdOf, insertWorldRows, ORGANIZATION, WIDGET } from './worldRows.ts'
import { startWorldServer, type WorldServer } from './worldServer.ts'

export interface World {
  readonly clock: TestClock
  readonly ids: Ids
  readonly random: Random
  readonly network: TestNetwork
  readonly db: Db
  readonly engine: Engine
  /** Moves time on, and lets everything come to rest. */
  pass(ms?: number): Promise<void>
  /** A device of agent number `agent`, signed in and in step. */
  core(agent: number, options?: { readonly clock?: Clock }): Promise<WorldCore>
  /** Signs the core's agent in; the code of the refusal, or `ok`. */
  signIn(core: WorldCore): Promise<string>
  /** A visitor; the same name is the same visitor, on whatever widget. */
  customer(name: string, widgetId?: WidgetId): Promise<CustomerPrincipal>
  /** What a customer does, straight at the engine. */
  act<N extends CustomerCommandName>(
    customer: CustomerPrincipal,
    name: N,
    args: CommandArgs<N>,
    id?: string,
  ): Promise<CommandOutcome>
  write(customer: CustomerPrincipal, text: string, id?: MessageId): Promise<CommandOutcome>
  change(body: (work: Work) => Promise<void>): Promise<void>
  /** All messages of a thread that a person wrote, as the server has them. */
  written(conversationId: ConversationId): Promise<string[]>
  /** Moves the server's own clock against everybody else's. */
  stepServerClock(ms: number): void
  stopServer(): Promise<void>
  /** On the same data, or on other data as after a restored backup. */
  startServer(address?: DatabaseAddress): Promise<void>
  dispose(): Promise<void>
}

export interface WorldOptions {
  readonly address?: DatabaseAddress
  readonly agents?: number
  readonly capacity?: number
  readonly seed?: number
  readonly log?: Logger
  /** Which entries of a commit are published; all, unless the server has a fault. */
  readonly publishes?: (entry: LogEntry) => boolean
}

const SERVER = 'https://world'
const ALL = 1_000_000
/** So many turns of the event loop without anything new mean that nothing more comes. */
const QUIET_TURNS = 8

export const createWorld = async (options: WorldOptions = {}): Promise<World> => {
  const { agents = 4, capacity = 10, seed = 1, log = silentLogger, publishes = () => true } = options
  const folder = makeFastFolder('foyer-world-')
  const activity = createActivity()
  const random = createRandom(seed)
  const network = createTestNetwork(random)

  const settled = async (): Promise<void> => {
    let quiet = 0
    let begun = activity.begun
    while (quiet < QUIET_TURNS) {
      await new Promise((resolve) => setImmediate(resolve))
      const moved = activity.pending > 0 || activity.begun !== begun || network.isBusy()
      begun = activity.begun
      quiet = moved ? 0 : quiet + 1
    }
  }
  const clock = createTestClock(TEST_START, settled)
  let skewMs = 0
  const serverClock: TestClock = { ...clock, now: () => clock.now() + skewMs }
  const ids = createIds(clock, (into) => random.fill(into))
  const pass = (ms = 200): Promise<void> => clock.advanceAsync(ms)

  let address: DatabaseAddress = options.address ?? newSqlite(folder)
  const seeding = await openDatabase(address, { clock, log })
  await insertWorldRows(seeding, { agents, capacity, at: clock.now() })
  await seeding.close()

  let server: WorldServer | null = null
  const running = (): WorldServer => {
    if (!server) throw new Error('the server is not running')
    return server
  }
  const startServer: World['startServer'] = async (other) => {
    address = other ?? address
    server = await startWorldServer({ address, clock: serverClock, ids, log, activity, publishes })
    network.listen(server.accept)
  }
  const stopServer = async (): Promise<void> => {
    network.listen(null)
    for (const line of network.lines()) line.cut()
    const stopping = running()
    server = null
    await stopping.stop()
  }
  await startServer()

  const cores: WorldCore[] = []
  const signIn: World['signIn'] = async (core) => {
    const ticket = await running().authority.issueTicket(ORGANIZATION, core.agentId)
    const result = await core.client.run('account.sign-in-with-ticket', { server: SERVER, ticket })
    await pass()
    return result.ok ? 'ok' : result.code
  }
  const act: World['act'] = async (principal, name, args, id = ids.next()) =>
    running().engine.run({ principal, id, name, args })

  return {
    clock,
    ids,
    random,
    network,
    get db() {
      return running().db
    },
    get engine() {
      return running().engine
    },
    pass,
    core: async (agent, { clock: own = clock } = {}) => {
      const name = `core-${cores.length + 1}-of-${agentIdOf(agent)}`
      const core = createWorldCore({
        name,
        agent,
        folder: join(folder, name),
        network,
        http: async (request) => {
          if (!server) throw new Error('the server is not running')
          return server.http(request)
        },
        clock: own,
        random,
        log,
      })
      cores.push(core)
      const outcome = await signIn(core)
      if (outcome !== 'ok') throw new Error(`${name} could not sign in: ${outcome}`)
      return core
    },
    signIn,
    customer: async (name, widgetId = WIDGET) => {
      const opened = await running().engine.runInternal(ORGANIZATION, 'identity.open', {
        widgetId,
        keyHash: createHash('sha256').update(name).digest('hex'),
        source: { kind: 'site', host: 'www.example.com', words: '', campaign: {} },
        language: 'zh-CN',
      })
      if (!opened.ok) throw new Error(`identity.open was refused: ${opened.code}`)
      const { identityId, customerId, conversationId } = opened.value
      const who = { identityId, customerId, conversationId }
      return { kind: 'customer', organizationId: ORGANIZATION, ...who, widgetId }
    },
    act,
    write: async (customer, text, id = ids.next() as MessageId) =>
      act(customer, 'customer.write', { id, body: { kind: 'text', text } }, id),
    change: async (body) => {
      // It does not wait in the engine's lane: beside a command its entries could be told after those that came later.
      await settled()
      await running().change(body)
    },
    written: async (conversationId) =>
      (await messagesBefore(running().db, ORGANIZATION, conversationId, ALL, ALL)).flatMap(({ body }) =>
        body.kind === 'text' ? [body.text] : [],
      ),
    stepServerClock: (ms) => {
      skewMs += ms
    },
    stopServer,
    startServer,
    dispose: async () => {
      for (const core of cores) if (core.running) await core.stop()
      if (server) await stopServer()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
