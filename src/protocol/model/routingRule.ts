import * as z from 'zod'

import { CustomerType, Ownership } from './customer.ts'
import { AgentId, BotId, RoutingRuleId, TagId, WidgetId } from './ids.ts'
import { line, Version } from './primitives.ts'
import { Channel, SessionTarget } from './session.ts'
import { VisitSource } from './visit.ts'

export const MOST_RULES = 50
export const MOST_CONDITIONS = 10

/** `is` false: the opposite must hold. */
const about = <const On extends string>(on: On) => ({ on: z.literal(on), is: z.boolean() })
const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(50)
const Words = some(line(1, 50))

/** One thing that is asked about a customer who comes (R-02-083). */
export const RuleCondition = z.discriminatedUnion('on', [
  z.strictObject({ ...about('widget'), any: some(WidgetId) }),
  z.strictObject({ ...about('channel'), any: some(Channel) }),
  /** The beginning of a language tag, such as `zh` or `en`. */
  z.strictObject({ ...about('language'), any: some(line(2, 16)) }),
  z.strictObject({ ...about('type'), any: some(CustomerType) }),
  z.strictObject({ ...about('ownership'), any: some(Ownership) }),
  z.strictObject({ ...about('owner'), any: some(AgentId) }),
  z.strictObject({ ...about('tag'), any: some(TagId) }),
  z.strictObject({ ...about('region'), words: Words }),
  z.strictObject({ ...about('source'), any: some(VisitSource.shape.kind) }),
  /** In the host, the search words or the campaign by which they came. */
  z.strictObject({ ...about('campaign'), words: Words }),
  /** Has had so many sessions before this one. */
  z.strictObject({ ...about('sessions'), least: z.int().min(1).max(1000) }),
  /** We know a name, a phone number or an e-mail address. */
  z.strictObject(about('known')),
  /** The business hours of the organisation. */
  z.strictObject(about('open')),
  /** In the organisation's time zone; minutes since midnight, an end before the beginning is on the next day. */
  z.strictObject({
    ...about('time'),
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    from: z.int().min(0).max(1439),
    to: z.int().min(0).max(1440),
  }),
  /** In the first message. */
  z.strictObject({ ...about('words'), words: Words }),
])
export type RuleCondition = z.infer<typeof RuleCondition>

/** Who receives: a person, a group or a bot. */
export const RuleReceiver = z.discriminatedUnion('kind', [
  ...SessionTarget.options,
  z.object({ kind: z.literal('bot'), botId: BotId }),
])
export type RuleReceiver = z.infer<typeof RuleReceiver>

export const RoutingRule = z.strictObject({
  id: RoutingRuleId,
  name: line(1, 30),
  on: z.boolean(),
  match: z.enum(['all', 'any']),
  /** None: everybody who comes. */
  conditions: z.array(RuleCondition).max(MOST_CONDITIONS),
  /** Null: whom the entry names; the rule only says how urgent it is. */
  receiver: RuleReceiver.nullable(),
  /** Among those who wait the higher goes first. */
  priority: z.int().min(0).max(9),
})
export type RoutingRule = z.infer<typeof RoutingRule>

/** The rules of an organisation in their order: the first that matches counts. */
export const RoutingRules = z.object({ rules: z.array(RoutingRule).max(MOST_RULES), version: Version })
export type RoutingRules = z.infer<typeof RoutingRules>

/** What an organisation has that never saved any. */
export const NO_RULES: RoutingRules = { rules: [], version: 0 }

/** What is known of a customer who comes: all that rules ask about, and what decides after them. */
export const Arrival = z.strictObject({
  widgetId: WidgetId.nullable(),
  channel: Channel,
  language: z.string().max(16),
  type: CustomerType,
  ownership: Ownership,
  ownerId: AgentId.nullable(),
  tagIds: z.array(TagId).max(100),
  region: z.string().max(64),
  source: VisitSource,
  sessions: z.int().min(0),
  known: z.boolean(),
  text: z.string().max(500),
})
export type Arrival = z.infer<typeof Arrival>
