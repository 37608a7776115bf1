/** Frames that are right, nearly right, and nothing of the kind; all chosen by the seed. */
import { commands } from '../../../src/protocol/commands/index.ts'
import { serverQueries } from '../../../src/protocol/queries/index.ts'
import type { Random } from '../../../src/server/demo/random.ts'
import { agentHello } from '../../support/agentClient.ts'
import { customerHello } from '../../support/customerClient.ts'
import type { Side } from './verdict.ts'

/** Real things, so that frames get past the first look. */
export interface Known {
  readonly conversationIds: readonly string[]
  readonly sessionIds: readonly string[]
  readonly widgetId: string
  readonly agentToken: string
  readonly customerToken: string
}

export interface FuzzFrame {
  readonly data: Buffer
  readonly isBinary: boolean
}

const NAMES = [
  ...Object.keys(commands),
  ...Object.keys(serverQueries),
  'no.such',
  '__proto__',
  'constructor',
  '',
]
const KEYS = [
  'id',
  'conversationId',
  'sessionId',
  'customerId',
  'body',
  'kind',
  'text',
  'seenSeq',
  'seq',
  'lastSeq',
  'version',
  'pinned',
  'presence',
  'on',
  'beforeSeq',
  'limit',
  'before',
  'fileId',
  '__proto__',
  'toString',
  'x',
]
const TOO_LONG = 300 * 1024
/** Lists in lists; a frame holds no more. */
const DEEPEST = 100_000

export const createGrammar = (random: Random, known: Known) => {
  let number = 0
  const id = (): string => `fuzz-${(number += 1)}-${random.int(0, 1e9)}`
  const leaf = (): unknown =>
    random.weighted<() => unknown>([
      [() => text(), 6],
      [() => random.pick([0, 1, -1, 30, 1e9, 2 ** 53, -0.5, 1e308, Number.MAX_SAFE_INTEGER]), 4],
      [() => random.pick([true, false, null]), 3],
      [() => random.pick(known.conversationIds), 3],
      [() => random.pick(known.sessionIds), 2],
    ])()
  const text = (): string =>
    random.weighted<() => string>([
      [
        () => String.fromCodePoint(...Array.from({ length: random.int(0, 30) }, () => random.int(1, 0x2fff))),
        4,
      ],
      [
        () =>
          random.pick([
            '',
            ' ',
            '\u0000',
            '\ud800',
            '‮txt.exe',
            "'; drop table messages; --",
            '[[[[',
            '../../etc/passwd',
          ]),
        3,
      ],
      [() => random.pick(['online', 'text', 'image', 'file', 'system', 'agent', '你好', 'order']), 3],
      [() => '😀'.repeat(random.int(1, 3_000)), 1],
    ])()
  const value = (depth: number): unknown => {
    const kind =
      depth <= 0
        ? 'leaf'
        : random.weighted([
            ['leaf', 5],
            ['list', 1],
            ['object', 3],
          ] as const)
    if (kind === 'leaf') return leaf()
    if (kind === 'list') return Array.from({ length: random.int(0, 4) }, () => value(depth - 1))
    return object(depth)
  }
  const object = (depth: number): Record<string, unknown> =>
    Object.fromEntries(Array.from({ length: random.int(0, 5) }, () => [random.pick(KEYS), value(depth - 1)]))

  /** Arguments a client might really send. */
  const goodArgs = (name: string, commandId: string): unknown => {
    const conversationId = random.pick(known.conversationIds)
    const sessionId = random.pick(known.sessionIds)
    const all: Record<string, unknown> = {
      'customer.write': { id: commandId, body: { kind: 'text', text: text() } },
      'customer.acknowledge': { deliveredSeq: random.int(0, 50), readSeq: random.int(0, 50) },
      'customer.leave': {},
      'message.send': {
        conversationId,
        id: commandId,
        body: { kind: 'text', text: text() },
        seenSeq: leaf(),
      },
      'read.advance': { conversationId, seq: random.int(0, 100) },
      'presence.set': { presence: random.pick(['online', 'busy', 'suspended', 'invisible', 'offline']) },
      'reception.set': { on: random.chance(0.5) },
      'session.accept': { sessionId },
      'session.end': { sessionId, version: random.int(0, 9), lastSeq: random.int(0, 99) },
      'list-entry.pin': { conversationId, pinned: random.chance(0.5) },
      'list-entry.remove': { conversationId },
      'history.page': { conversationId, beforeSeq: random.int(0, 99), limit: random.int(0, 201) },
      'pool.messages': { sessionId },
      'message.search': { text: text(), before: random.pick([null, 1, 2e12]), limit: random.int(0, 60) },
      'file.link': { fileId: text() },
    }
    return all[name] ?? object(2)
  }
  /** Mostly what its side may send, so that many frames share a connection. */
  const frame = (side: Side): unknown => {
    const name = random.pick(NAMES)
    const commandId = id()
    const theirs = side === 'agent' ? 20 : 1
    const ours = side === 'agent' ? 1 : 20
    return random.weighted<() => unknown>([
      [() => ({ t: 'command', id: commandId, name, args: goodArgs(name, commandId) }), 80],
      [() => ({ t: 'command', id: random.chance(0.9) ? commandId : leaf(), name, args: value(4) }), 60],
      [() => ({ t: 'query', n: (number += 1), name, args: goodArgs(name, commandId) }), theirs * 2],
      [() => ({ t: 'query', n: (number += 1), name, args: value(3) }), theirs],
      [
        () => ({ t: 'typing', conversationId: random.pick(known.conversationIds), on: random.chance(0.5) }),
        theirs / 4,
      ],
      [
        () => ({ t: 'idle', presence: random.pick(['suspended', 'busy', 'invisible', null, leaf()]) }),
        theirs / 4,
      ],
      [() => ({ t: 'typing', on: random.chance(0.8) ? random.chance(0.5) : leaf() }), ours / 4],
      [() => ({ t: 'older', before: random.chance(0.9) ? random.int(0, 99) : leaf() }), ours],
      [() => ({ t: random.pick(['ping', 'ping', 'ping', 'hello', 'bye', '', 'welcome']) }), 10],
      [() => agentHello({ token: random.pick([known.agentToken, text()]) }), 2],
      [
        () =>
          customerHello({
            widgetId: known.widgetId,
            token: random.pick([known.customerToken, null, text()]),
          }),
        2,
      ],
      [() => value(4), 2],
    ])()
  }
  /** Changes the text itself: bytes flipped, cut out, doubled, put in. */
  const mutate = (data: Buffer): Buffer => {
    let changed = Buffer.from(data)
    for (let times = random.int(1, 3); times > 0 && changed.length > 0; times -= 1) {
      const at = random.int(0, changed.length - 1)
      const kind = random.pick(['flip', 'cut', 'double', 'put', 'end'] as const)
      if (kind === 'flip') changed[at] = (changed[at] ?? 0) ^ (1 << random.int(0, 7))
      else if (kind === 'cut')
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + random.int(1, 5))])
      else if (kind === 'double')
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(Math.max(0, at - 9))])
      else if (kind === 'put')
        changed = Buffer.concat([
          changed.subarray(0, at),
          Buffer.from(random.pick(['"', '{', '}', ',', '\\', '1e999', 'null'])),
          changed.subarray(at),
        ])
      else changed = changed.subarray(0, at)
    }
    return changed
  }
  const nested = (depth: number): Buffer =>
    Buffer.from(
      `{"t":"command","id":"${id()}","name":"read.advance","args":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    )
  const written = (side: Side): Buffer => Buffer.from(JSON.stringify(frame(side)))

  return {
    next: (side: Side): FuzzFrame =>
      random.weighted<() => FuzzFrame>([
        [() => ({ data: written(side), isBinary: false }), 85],
        [() => ({ data: mutate(written(side)), isBinary: false }), 12],
        [() => ({ data: nested(random.int(1, DEEPEST)), isBinary: false }), 1],
        [
          () => ({
            data: Buffer.from(JSON.stringify({ t: 'command', id: id(), name: text(), args: {} })),
            isBinary: false,
          }),
          1,
        ],
        [() => ({ data: written(side), isBinary: true }), 0.5],
        [() => ({ data: Buffer.alloc(TOO_LONG, 'a'), isBinary: false }), 0.2],
      ])(),
  }
}

export type Grammar = ReturnType<typeof createGrammar>
