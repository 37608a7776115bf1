/** Fuzz of the peers themselves, without a network: the same frames, many more in the same time. */
import { join } from 'node:path'

import { silentLogger } from '../../../src/base/logger.ts'
import { ok } from '../../../src/base/result.ts'
import { AgentHello, CustomerHello } from '../../../src/protocol/wire/index.ts'
import { createConversationLinks } from '../../../src/server/auth/conversationLinks.ts'
import { createVisitors } from '../../../src/server/auth/visitors.ts'
import type { Random } from '../../../src/server/demo/random.ts'
import { createFileLinks } from '../../../src/server/files/fileLinks.ts'
import { createDatabaseReads } from '../../../src/server/publish/databaseReads.ts'
import { createHub } from '../../../src/server/publish/hub.ts'
import { limitsOf } from '../../../src/server/transport/limits.ts'
import { createKeyedBuckets } from '../../../src/server/transport/tokenBucket.ts'
import { createAgentAdmission } from '../../../src/server/transport/ws/agentPeer.ts'
import type { Connection } from '../../../src/server/transport/ws/connection.ts'
import { createCustomerAdmission } from '../../../src/server/transport/ws/customerPeer.ts'
import { createPresenceLease } from '../../../src/server/transport/ws/presenceLease.ts'
import type { Peer } from '../../../src/server/transport/ws/socketServer.ts'
import { agentHello } from '../../support/agentClient.ts'
import { customerHello } from '../../support/customerClient.ts'
import { openReception, WIDGET, type Reception } from '../../support/reception.ts'
import { createGrammar, type Grammar } from './grammar.ts'
import { expectedOf, judge, note, type ServerFrame, type Side, type Tally } from './verdict.ts'

const UNLIMITED = 1_000_000
/** Turns of the loop an answer may take; a commit takes a few. */
const TURNS = 2_000
/** Sent without waiting in between, as they are committed together then. */
const AT_ONCE = 50

export const fuzzInProcess = async (
  folder: string,
  random: Random,
  frames: number,
  tally: Tally,
): Promise<void> => {
  const reception = await openReception({ address: { file: join(folder, 'foyer.db') } })
  try {
    await reception.arrive(1)
    const visitor = await reception.customer('fuzz')
    await reception.write(visitor, '你好')
    const grammar = createGrammar(random, {
      conversationIds: [visitor.conversationId, 'nowhere'],
      sessionIds: ['no-session'],
      widgetId: WIDGET,
      agentToken: 'any',
      customerToken: 'any',
    })
    const wire = wireOf(reception)
    await fuzz('agent', wire.agent, grammar, frames / 2, tally)
    await fuzz('customer', wire.customer, grammar, frames / 2, tally)
  } finally {
    await reception.close()
  }
}

interface Recorder {
  readonly connection: Connection
  /** What was sent since it was asked last. */
  take(): ServerFrame[]
}

const record = (side: Side, tally: Tally): Recorder => {
  let sent: ServerFrame[] = []
  return {
    connection: {
      address: '127.0.0.1',
      lastHeard: 0,
      open: true,
      send: (frame) => {
        sent.push(judge(tally, side, frame.toString()))
      },
      drained: async () => undefined,
      bye: (code) => {
        tally.untyped += 1
        note(tally, `${side}: an unexpected bye ${code}`)
      },
    },
    take: () => {
      const taken = sent
      sent = []
      return taken
    },
  }
}

const fuzz = async (
  side: Side,
  admit: (connection: Connection) => Promise<Peer | undefined>,
  grammar: Grammar,
  frames: number,
  tally: Tally,
): Promise<void> => {
  const recorder = record(side, tally)
  const peer = await admit(recorder.connection)
  if (!peer) throw new Error(`${side} was not admitted`)
  for (let done = 0; done < frames; done += AT_ONCE) {
    const open = new Map<Buffer, (frame: ServerFrame) => boolean>()
    for (let index = 0; index < AT_ONCE; index += 1) {
      const { data } = grammar.next(side)
      const expected = expectedOf(side, data)
      const taken = peer.receive(data)
      tally.frames += 1
      if (taken !== (expected.kind !== 'end')) {
        tally.untyped += 1
        note(tally, `${side}: ${taken ? 'took' : 'refused'} ${data.toString().slice(0, 300)}`)
      }
      if (expected.kind === 'answer') open.set(data, expected.fits)
      else if (expected.kind === 'end') tally.ended += 1
      else tally.silent += 1
    }
    for (let turn = 0; turn < TURNS && open.size > 0; turn += 1) {
      for (const frame of recorder.take()) {
        const asked = [...open].find(([, fits]) => fits(frame))
        if (!asked) continue
        open.delete(asked[0])
        tally.answered += 1
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    tally.unanswered += open.size
    for (const data of open.keys()) note(tally, `${side}: no answer to ${data.toString().slice(0, 300)}`)
  }
  peer.closed()
}

const wireOf = ({ db, clock, engine, agent }: Reception) => {
  const log = silentLogger
  const limits = limitsOf(UNLIMITED)
  const links = createFileLinks(Buffer.alloc(32), clock)
  const hub = createHub({ reads: createDatabaseReads(db), links, clock, log })
  const lease = createPresenceLease({
    clock,
    connected: async () => undefined,
    disconnected: async () => undefined,
    log,
  })
  const authority = { agentOf: async () => ok({ principal: agent(1), tokenHash: 'hash' }) }
  const visitors = createVisitors({
    ...{ db, engine, clock },
    accounts: { find: async () => undefined },
    links: createConversationLinks(Buffer.alloc(32), clock),
  })
  const newVisitors = createKeyedBuckets(limits.newVisitors, clock)
  const writes = createKeyedBuckets(limits.customerWrites, clock)
  const admitAgent = createAgentAdmission({ authority, engine, hub, lease, limits, clock, log })
  const admitCustomer = createCustomerAdmission({
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
  })
  return {
    agent: async (connection: Connection) =>
      admitAgent(AgentHello.parse(agentHello({ token: 'any' })), connection),
    customer: async (connection: Connection) =>
      admitCustomer(CustomerHello.parse(customerHello({ widgetId: WIDGET })), connection),
  }
}
