import * as z from 'zod'

import { AgentId, BotId, GroupId, RouterId } from './ids.ts'
import { line, Version } from './primitives.ts'

export const ROUTER_LIMITS = { routers: 10, name: 30, url: 500, leastMs: 200, mostMs: 3000 } as const

/** What a router may be told of a customer beyond their id; nothing else of them leaves the house (R-16-109). */
export const ROUTER_FIELDS = [
  'type',
  'tags',
  'owner',
  'region',
  'language',
  'name',
  'phone',
  'email',
  'firstMessage',
] as const
export const RouterField = z.enum(ROUTER_FIELDS)
export type RouterField = z.infer<typeof RouterField>

/** What somebody decides about a router. */
export const RouterPlan = z.strictObject({
  name: line(1, ROUTER_LIMITS.name),
  on: z.boolean(),
  url: z.url({ protocol: /^https?$/u }).max(ROUTER_LIMITS.url),
  /** So long a customer waits for its answer; then the usual way goes on (R-16-103). */
  limitMs: z.int().min(ROUTER_LIMITS.leastMs).max(ROUTER_LIMITS.mostMs),
  /** An agent it names receives whatever their load (R-16-104). */
  strict: z.boolean(),
  fields: z.array(RouterField).max(ROUTER_FIELDS.length),
})
export type RouterPlan = z.infer<typeof RouterPlan>

/** A program of the company's own that decides who receives (R-02-082). */
export const CustomRouter = z.object({ ...RouterPlan.shape, id: RouterId, version: Version })
export type CustomRouter = z.infer<typeof CustomRouter>

/** Among those who wait the higher goes first; absent: as it is. */
const urgency = { priority: z.int().min(0).max(9).optional() }

/** What a router answers. What else it says is for a later version of us, and not read. */
export const RouterDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('agent'), id: AgentId, ...urgency }),
  z.object({ decision: z.literal('group'), id: GroupId, ...urgency }),
  z.object({ decision: z.literal('bot'), id: BotId, ...urgency }),
  z.object({ decision: z.literal('pool'), ...urgency }),
  z.object({ decision: z.literal('leave-message'), ...urgency }),
  /** The usual way: rules, bots, the receiver of the entry. */
  z.object({ decision: z.literal('default'), ...urgency }),
])
export type RouterDecision = z.infer<typeof RouterDecision>

/** Why a router's answer did not count. */
export const RouterProblem = z.enum(['silent', 'unreachable', 'refused', 'invalid', 'unknown-id', 'resting'])
export type RouterProblem = z.infer<typeof RouterProblem>

/** How a router has done lately, as far as this server knows. */
export const RouterHealth = z.object({
  routerId: RouterId,
  asked: z.int(),
  failed: z.int(),
  lastProblem: RouterProblem.nullable(),
  /** It failed too often: until then nobody asks it (R-16-105). Null: it is asked. */
  restsUntil: z.int().nullable(),
})
export type RouterHealth = z.infer<typeof RouterHealth>
