/** Fuzz over real sockets, in every state a connection can be in. */
import { isUtf8 } from 'node:buffer'

import { WebSocket } from 'ws'

import { agentHello } from '../../support/agentClient.ts'
import { customerHello } from '../../support/customerClient.ts'
import type { FuzzFrame, Grammar, Known } from './grammar.ts'
import { expectedOf, judge, note, type ServerFrame, type Side, type Tally } from './verdict.ts'

export interface SocketFuzz {
  readonly url: string
  readonly grammar: Grammar
  readonly tally: Tally
  /** Of this worker's own agent and customer. */
  readonly known: Known
  readonly deviceId: string
  readonly frames: number
}

const PATIENCE_MS = 60_000
/** How WebSocket itself refuses: protocol error, wrong data, wrong text, policy, too big; or a bye before them. */
const TYPED_CLOSES = new Set([1000, 1001, 1002, 1003, 1007, 1008, 1009])

const STATES = ['before hello', 'agent', 'customer', 'agent', 'customer', 'after bye'] as const

interface Line {
  send(frame: FuzzFrame): void
  /** The first frame from now on that fits; undefined: the connection ended, or nothing came. */
  answer(fits: (frame: ServerFrame) => boolean): Promise<ServerFrame | undefined>
  /** The close code; undefined: it does not end. */
  ended(): Promise<number | undefined>
  readonly saidBye: () => boolean
  readonly open: () => boolean
  close(): void
}

export const fuzzSocket = async (options: SocketFuzz): Promise<void> => {
  const { frames } = options
  for (let done = 0, round = 0; done < frames; round += 1) {
    const state = STATES[round % STATES.length]
    if (state === 'before hello') done += await beforeHello(options)
    else if (state === 'after bye') done += await afterBye(options)
    else if (state) done += await asPeer(options, state, frames - done)
  }
}

const beforeHello = async ({ url, grammar, tally }: SocketFuzz): Promise<number> => {
  const line = await openLine(url, 'unknown', tally)
  const frame = grammar.next('agent')
  tally.frames += 1
  line.send(frame)
  const isHello = frame.data.includes('"hello"')
  const first = isHello ? await line.answer(({ t }) => t === 'welcome' || t === 'bye') : undefined
  if (first?.t === 'welcome') tally.answered += 1
  else await expectEnd(line, tally, 'before hello', frame)
  line.close()
  return 1
}

const afterBye = async ({ url, grammar, tally }: SocketFuzz): Promise<number> => {
  const line = await openLine(url, 'unknown', tally)
  const last = [grammar.next('agent'), grammar.next('customer'), grammar.next('agent')]
  tally.frames += last.length + 1
  line.send({ data: Buffer.from('no frame'), isBinary: false })
  for (const frame of last) line.send(frame)
  await expectEnd(line, tally, 'after bye', last[0])
  tally.silent += last.length
  line.close()
  return last.length + 1
}

/** Many frames on one connection, until one of them ends it. */
const asPeer = async (options: SocketFuzz, side: Side, most: number): Promise<number> => {
  const { url, grammar, tally, known, deviceId } = options
  const line = await openLine(url, side, tally)
  const hello =
    side === 'agent'
      ? agentHello({ token: known.agentToken, deviceId })
      : customerHello({ widgetId: known.widgetId, token: known.customerToken })
  line.send({ data: Buffer.from(JSON.stringify(hello)), isBinary: false })
  const welcome = await line.answer(({ t }) => t === 'welcome')
  if (!welcome) note(tally, `${side} was not welcomed`)
  let done = 0
  while (done < most && line.open()) {
    const frame = grammar.next(side)
    done += 1
    tally.frames += 1
    // Text that is none never reaches the parser: WebSocket itself ends the connection.
    const isText = !frame.isBinary && isUtf8(frame.data)
    const expected = isText ? expectedOf(side, frame.data) : ({ kind: 'end' } as const)
    line.send(frame)
    if (expected.kind === 'silence') tally.silent += 1
    else if (expected.kind === 'end') await expectEnd(line, tally, side, frame)
    else if (await line.answer(expected.fits)) tally.answered += 1
    else {
      tally.unanswered += 1
      note(tally, `${side}: no answer to ${frame.data.toString().slice(0, 300)}`)
    }
  }
  line.close()
  return Math.max(1, done)
}

const expectEnd = async (
  line: Line,
  tally: Tally,
  state: string,
  frame: FuzzFrame | undefined,
): Promise<void> => {
  const code = await line.ended()
  if (code !== undefined && (line.saidBye() || TYPED_CLOSES.has(code))) tally.ended += 1
  else {
    tally.unanswered += 1
    note(tally, `${state}: ended with ${code}, for ${frame?.data.toString().slice(0, 300)}`)
  }
}

const openLine = async (url: string, side: Side | 'unknown', tally: Tally): Promise<Line> => {
  const socket = new WebSocket(`${url.replace(/^http/u, 'ws')}/ws`, { perMessageDeflate: false })
  const seen: ServerFrame[] = []
  const waiting = new Set<(frame: ServerFrame) => void>()
  let closeCode: number | undefined
  let bye = false
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      closeCode = code
      resolve(code)
    })
  })
  socket.on('error', () => undefined)
  socket.on('message', (data: Buffer) => {
    const frame = judge(tally, side, data.toString())
    if (frame.t === 'bye') bye = true
    seen.push(frame)
    for (const listener of waiting) listener(frame)
  })
  await new Promise((resolve) => {
    socket.once('open', resolve)
    socket.once('close', resolve)
  })
  const patiently = async <T>(wanted: Promise<T>): Promise<T | undefined> => {
    let timer: NodeJS.Timeout | undefined
    const over = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, undefined)
    })
    const first = await Promise.race([wanted, over])
    clearTimeout(timer)
    return first
  }
  return {
    send: ({ data, isBinary }) => {
      seen.length = 0
      if (socket.readyState === WebSocket.OPEN) socket.send(data, { binary: isBinary })
    },
    answer: async (fits) => {
      let listener: ((frame: ServerFrame) => void) | undefined
      const found = new Promise<ServerFrame>((resolve) => {
        const early = seen.find(fits)
        if (early) resolve(early)
        listener = (frame) => {
          if (fits(frame)) resolve(frame)
        }
        waiting.add(listener)
      })
      const answer = await patiently(Promise.race([found, closed.then(() => undefined)]))
      if (listener) waiting.delete(listener)
      return answer
    },
    ended: async () => patiently(closed),
    saidBye: () => bye,
    open: () => closeCode === undefined && !bye && socket.readyState === WebSocket.OPEN,
    close: () => {
      socket.close()
    },
  }
}
