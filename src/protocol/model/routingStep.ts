import * as z from 'zod'

import { AgentId, BotId, RoutingRuleId } from './ids.ts'
import { Measure } from './measure.ts'
import { RoutingPolicy } from './organization.ts'
import { Instant } from './primitives.ts'
import { NotReceivedCause, SessionTarget } from './session.ts'

/** One step of the way to a receiver, as it was decided: for whoever asks "why this agent?" (chapter 02 section 8). */
export const RoutingStep = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('rules'),
    tried: z.array(
      z.object({
        ruleId: RoutingRuleId,
        result: z.enum(['off', 'no', 'yes']),
        /** For each condition whether it holds. */
        holds: z.array(z.boolean()),
      }),
    ),
    matched: RoutingRuleId.nullable(),
  }),
  /** Null: neither the rule nor the entry nor the group names one. */
  z.object({ step: z.literal('bot'), botId: BotId.nullable() }),
  z.object({ step: z.literal('receiver'), target: SessionTarget }),
  z.object({ step: z.literal('closed'), opensAt: Instant.nullable() }),
  /** Null: nobody owns the customer, or owners are not asked here. */
  z.object({ step: z.literal('owner'), agentId: AgentId.nullable(), receivable: z.boolean() }),
  /** Null: nobody served the customer lately, or they are no longer a member. */
  z.object({ step: z.literal('returning'), agentId: AgentId.nullable(), receivable: z.boolean() }),
  z.object({ step: z.literal('agent'), agentId: AgentId, receivable: z.boolean() }),
  z.object({
    step: z.literal('policy'),
    policy: RoutingPolicy,
    /** Whoever of the group can receive now. */
    candidates: z.array(
      z.object({ agentId: AgentId, load: z.int(), capacity: z.int(), lastAssignedAt: z.int() }),
    ),
    chosen: AgentId.nullable(),
  }),
  z.object({
    step: z.literal('overflow'),
    cause: NotReceivedCause,
    /** What was tried, up to what helped. */
    measures: z.array(Measure),
  }),
])
export type RoutingStep = z.infer<typeof RoutingStep>

/** Where a customer ends up. */
export const RoutingOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), agentId: AgentId }),
  z.object({ kind: z.literal('bot'), botId: BotId }),
  z.object({ kind: z.literal('pool'), target: SessionTarget }),
  z.object({ kind: z.literal('leave-message') }),
])
export type RoutingOutcome = z.infer<typeof RoutingOutcome>
