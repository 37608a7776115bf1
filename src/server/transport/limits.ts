/** How much one client may do; a load test raises the figures by configuration. */
import type { Rate } from './tokenBucket.ts'

export interface Limits {
  /** Commands of one agent. */
  readonly agentWrites: readonly Rate[]
  /** What one connection asks for. */
  readonly queries: readonly Rate[]
  /** Typing signals of one connection; more are dropped. */
  readonly typing: readonly Rate[]
  /** How often one connection opens another conversation; more is not told. */
  readonly viewing: readonly Rate[]
  /** What one customer sends (R-02-304). */
  readonly customerWrites: readonly Rate[]
  /** Sessions a customer asks for in an hour without an agent's answer (R-02-304). */
  readonly sessionRequests: number
  /** New visitors of one address (R-02-304). */
  readonly newVisitors: readonly Rate[]
  /** Sign-in tries of one address, right or wrong. */
  readonly signIns: readonly Rate[]
  /** Sign-in codes that customers of one address ask for. */
  readonly codesSent: readonly Rate[]
  /** Sign-in codes that customers of one address try. */
  readonly codesTried: readonly Rate[]
  readonly uploads: readonly Rate[]
  /** Forms of pages without scripts, from one address. */
  readonly forms: readonly Rate[]
  /** Signs of life of pages, from one address: an office behind one has many. */
  readonly beats: readonly Rate[]
  readonly socketsPerAgent: number
  readonly socketsPerCustomer: number
  readonly socketsPerAddress: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** `scale` multiplies every figure. */
export const limitsOf = (scale: number): Limits => {
  const rate = (burst: number, perMs: number): Rate => ({ burst: Math.ceil(burst * scale), perMs })
  return {
    agentWrites: [rate(60, 10 * SECOND)],
    queries: [rate(100, 10 * SECOND)],
    typing: [rate(20, 10 * SECOND)],
    viewing: [rate(60, 10 * SECOND)],
    customerWrites: [rate(20, 10 * SECOND), rate(200, 10 * MINUTE)],
    sessionRequests: Math.ceil(5 * scale),
    newVisitors: [rate(10, MINUTE)],
    signIns: [rate(30, MINUTE)],
    codesSent: [rate(10, MINUTE), rate(60, 60 * MINUTE)],
    codesTried: [rate(30, MINUTE), rate(200, 60 * MINUTE)],
    uploads: [rate(30, MINUTE)],
    forms: [rate(30, MINUTE)],
    beats: [rate(1_200, MINUTE)],
    socketsPerAgent: Math.ceil(20 * scale),
    socketsPerCustomer: Math.ceil(20 * scale),
    socketsPerAddress: Math.ceil(2_000 * scale),
  }
}
