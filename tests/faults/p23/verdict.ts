/** What a frame deserves, by the protocol's own schemas, and whether an answer is one. */
import {
  AgentFrame,
  AgentServerFrame,
  CustomerFrame,
  CustomerServerFrame,
} from '../../../src/protocol/wire/index.ts'
import { LONGEST_LIST } from '../lib/finding.ts'

export type Side = 'agent' | 'customer'

export interface ServerFrame {
  readonly t: string
  readonly id?: unknown
  readonly n?: unknown
  readonly code?: unknown
}

export type Expected =
  | { readonly kind: 'answer'; fits(frame: ServerFrame): boolean }
  /** Nothing is said to it. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'end' }

export const expectedOf = (side: Side, data: Buffer): Expected => {
  const parsed = (side === 'agent' ? AgentFrame : CustomerFrame).safeParse(parseJson(data))
  if (!parsed.success) return { kind: 'end' }
  const frame = parsed.data
  switch (frame.t) {
    case 'hello':
      return { kind: 'end' }
    case 'solve':
    case 'typing':
    case 'viewing':
    case 'idle':
      return { kind: 'silence' }
    case 'ping':
      return answer(({ t }) => t === 'pong')
    case 'older':
      return answer(({ t }) => t === 'older')
    case 'command':
      return answer(({ t, id }) => (t === 'done' || t === 'refused') && id === frame.id)
    case 'query':
      return answer(({ t, n }) => (t === 'answer' || t === 'failed') && n === frame.n)
  }
}

const answer = (fits: (frame: ServerFrame) => boolean): Expected => ({ kind: 'answer', fits })

/** Also false for JSON that is none: what Node's own parser does not take is no frame. */
export const parseJson = (data: Buffer): unknown => {
  try {
    return JSON.parse(data.toString())
  } catch {
    return undefined
  }
}

export interface Tally {
  frames: number
  answered: number
  ended: number
  silent: number
  /** No answer and no end. */
  unanswered: number
  /** Not a frame of the protocol, `internal`, or something that must not leave the server. */
  untyped: number
  readonly problems: string[]
}

export const createTally = (): Tally => ({
  frames: 0,
  answered: 0,
  ended: 0,
  silent: 0,
  unanswered: 0,
  untyped: 0,
  problems: [],
})

const LEAKS = /node_modules|\bat \w+ \(|SQLITE|sqlite/u

/** Looks at everything the server says. */
export const judge = (tally: Tally, side: Side | 'unknown', text: string): ServerFrame => {
  const content = parseJson(Buffer.from(text))
  const isFrame =
    (side !== 'customer' && AgentServerFrame.safeParse(content).success) ||
    (side !== 'agent' && CustomerServerFrame.safeParse(content).success)
  const frame = (content ?? { t: '' }) as ServerFrame
  const refusal = frame.t === 'refused' || frame.t === 'failed' || frame.t === 'bye'
  if (!isFrame || frame.code === 'internal' || (refusal && LEAKS.test(text))) {
    tally.untyped += 1
    note(tally, `untyped: ${text.slice(0, 300)}`)
  }
  return frame
}

export const note = (tally: Tally, problem: string): void => {
  if (tally.problems.length < LONGEST_LIST) tally.problems.push(problem)
}
