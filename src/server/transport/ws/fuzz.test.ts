import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { connectAgent, agentHello } from '../../../../tests/support/agentClient.ts'
import { customerHello } from '../../../../tests/support/customerClient.ts'
import { openReception, WIDGET, type Reception } from '../../../../tests/support/reception.ts'
import { startServerWorld } from '../../../../tests/support/serverWorld.ts'
import { silentLogger } from '../../../base/logger.ts'
import { ok } from '../../../base/result.ts'
import { commands } from '../../../protocol/commands/index.ts'
import { serverQueries } from '../../../protocol/queries/index.ts'
import {
  AgentHello,
  AgentServerFrame,
  CustomerHello,
  CustomerServerFrame,
} from '../../../protocol/wire/index.ts'
import { createConversationLinks } from '../../auth/conversationLinks.ts'
import { createVisitors } from '../../auth/visitors.ts'
import { createFileLinks } from '../../files/fileLinks.ts'
import { createDatabaseReads } from '../../publish/databaseReads.ts'
import { createHub } from '../../publish/hub.ts'
import { limitsOf } from '../limits.ts'
import { createKeyedBuckets } from '../tokenBucket.ts'
import { createAgentAdmission } from './agentPeer.ts'
import type { Connection } from './connection.ts'
import { createCustomerAdmission } from './customerPeer.ts'
import { createPresenceLease } from './presenceLease.ts'
import type { Peer } from './socketServer.ts'

/** A connection that keeps what is sent. */
const recording = () => {
  const sent: string[] = []
  const byes: string[] = []
  const connection: Connection = {
    address: '127.0.0.1',
    lastHeard: 0,
    open: true,
    send: (frame) => {
      sent.push(frame.toString())
    },
    drained: async () => undefined,
    bye: (code) => {
      byes.push(code)
    },
  }
  return { connection, sent, byes }
}

const names = [...Object.keys(commands), ...Object.keys(serverQueries), 'no.such', '__proto__', 'constructor']
const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('agent-1', 'conversation', '0'.repeat(64), '\u0000', '😀'.repeat(3_000), '[[[['),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('any'), { maxLength: 5 }), tie('object')),
  object: fc.dictionary(
    fc.constantFrom(
      'id',
      'conversationId',
      'sessionId',
      'body',
      'kind',
      'text',
      'seenSeq',
      'seq',
      '__proto__',
      'x',
    ),
    tie('any'),
    { maxKeys: 6 },
  ),
}))
const frame = fc.oneof(
  fc.record({ t: fc.constant('command'), id: leaf, name: fc.constantFrom(...names), args: value.any }),
  fc.record({
    t: fc.constant('command'),
    id: fc.uuid(),
    name: fc.constantFrom(...names),
    args: value.object,
  }),
  fc.record({ t: fc.constant('query'), n: fc.nat(), name: fc.constantFrom(...names), args: value.object }),
  fc.record({ t: fc.constant('typing'), conversationId: leaf, on: fc.boolean() }),
  fc.record({ t: fc.constant('older'), before: leaf }),
  fc.record({ t: fc.constantFrom('ping', 'hello', 'bye', ''), extra: leaf }, { requiredKeys: ['t'] }),
  value.any,
)
const bytes = fc.oneof(
  { weight: 9, arbitrary: frame.map((content) => Buffer.from(JSON.stringify(content) ?? 'undefined')) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((content) => Buffer.from(content)) },
)

describe('every frame is answered or refused with a type (P23)', () => {
  let folder: string
  let reception: Reception
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-fuzz-'))
    reception = await openReception({ address: { file: join(folder, 'foyer.db') } })
  })
  afterAll(async () => {
    await reception.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const wire = () => {
    const { db, clock, engine } = reception
    const log = silentLogger
    const limits = limitsOf(1_000_000)
    const hub = createHub({
      reads: createDatabaseReads(db),
      links: createFileLinks(Buffer.alloc(32), clock),
      clock,
      log,
    })
    const lease = createPresenceLease({
      clock,
      connected: async () => undefined,
      disconnected: async () => undefined,
      log,
    })
    const authority = {
      agentOf: async () => ok({ principal: reception.agent(1), tokenHash: 'hash' }),
    }
    const links = createConversationLinks(Buffer.alloc(32), clock)
    const accounts = { find: async () => undefined }
    const visitors = createVisitors({ db, engine, accounts, links, clock })
    const newVisitors = createKeyedBuckets(limits.newVisitors, clock)
    const writes = createKeyedBuckets(limits.customerWrites, clock)
    return {
      agent: createAgentAdmission({ authority, engine, hub, lease, limits, clock, log }),
      customer: createCustomerAdmission({
        db,
        visitors,
        engine,
        hub,
        limits,
        signIn: { ways: [], outboxUrl: null },
        newVisitors,
        writes,
        visits: { arrived: async () => undefined },
        clock,
        log,
      }),
    }
  }

  const survives = async (
    peer: Peer | undefined,
    recorded: ReturnType<typeof recording>,
    isFrame: (value: unknown) => boolean,
  ): Promise<void> => {
    if (!peer) throw new Error('not admitted')
    let expected = 0
    await fc.assert(
      fc.asyncProperty(bytes, async (data) => {
        const before = recorded.sent.length
        const taken = peer.receive(data)
        const content = taken ? (JSON.parse(data.toString()) as { t: string }) : undefined
        const isAnswered = content !== undefined && content.t !== 'typing'
        if (isAnswered) expected += 1
        // Answers come after the commit: within a few turns of the loop, but who knows how busy the machine is.
        const patience = performance.now() + 20_000
        while (isAnswered && recorded.sent.length === before && performance.now() < patience) {
          await new Promise((resolve) => setImmediate(resolve))
        }
        expect(recorded.byes).toEqual([])
        if (isAnswered) expect(recorded.sent.length).toBeGreaterThan(before)
        for (const text of recorded.sent.slice(before)) expect(isFrame(JSON.parse(text))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
    expect(expected).toBeGreaterThan(100)
    expect(recorded.sent.join('')).not.toMatch(/node_modules|\bat \w+ \(|SQLITE/u)
  }

  it('of agents', async () => {
    const recorded = recording()
    const hello = AgentHello.parse(agentHello({ token: 'any' }))
    const peer = await wire().agent(hello, recorded.connection)
    await survives(peer, recorded, (content) => AgentServerFrame.safeParse(content).success)
  })

  it('of customers', async () => {
    const recorded = recording()
    const hello = CustomerHello.parse(customerHello({ widgetId: WIDGET }))
    const peer = await wire().customer(hello, recorded.connection)
    await survives(peer, recorded, (content) => CustomerServerFrame.safeParse(content).success)
  })

  it('and over the socket a wrong frame ends its own connection only', async () => {
    const world = await startServerWorld({ config: { limitScale: 1_000 } })
    const { token } = await world.signIn('anna')
    const steady = await connectAgent(world.url, world.ids, { token })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }), async (text) => {
        const client = await connectAgent(world.url, world.ids, { token })
        client.send(text)
        await client.closed
        expect(client.frames.at(-1)).toEqual({ t: 'bye', code: 'bad-frame' })
      }),
      { numRuns: 25 },
    )
    steady.send({ t: 'ping' })
    await steady.next((answer) => answer.t === 'pong')
    await world.dispose()
  })
})
