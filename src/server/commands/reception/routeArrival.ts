import { tryRules } from '../../../domain/routing/rules.ts'
import type {
  Arrival,
  Bot,
  BotId,
  CustomerId,
  MessageBody,
  RoutingRule,
  Session,
  SessionTarget,
  VisitSource,
  WidgetId,
} from '../../../protocol/model/index.ts'
import type { ConversationRow } from '../../db/conversations.ts'
import { findCustomer } from '../../db/customers.ts'
import { countSessionsBefore, type StoredSession } from '../../db/sessions.ts'
import { findWidget } from '../../db/widgets.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Work } from '../../engine/work.ts'
import { routeSession } from './routeSession.ts'
import type { RoutingReads } from './routingReads.ts'
import { startBot } from './startBot.ts'
import type { Thread } from './thread.ts'

/**
 * The whole way of somebody who comes: the rules, the bot of the rule, of the entry or of the group, then a person
 * (chapter 02 section 8, steps 3 to 9). Without rules and bots nothing is read for them.
 */
export const routeArrival = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  conversation: ConversationRow,
  body: MessageBody,
): Promise<void> => {
  const directory = await work.directory()
  const { rules, bots } = directory
  const rule = rules.some(({ on }) => on)
    ? await ruleFor(work, directory, stored.session, conversation, body)
    : null
  const routed = rule ? byRule(stored, rule) : stored
  const bot = bots.size > 0 ? await botFor(work, rule, conversation.widget_id, routed.session.target) : null
  if (bot) {
    const why = { step: 'bot', ...(rule && { rule: rule.name }) } as const
    await startBot(work, thread, routed, bot, why)
  } else await routeSession(work, thread, routed, 'routed')
}

/** Step 3 (R-02-083). */
const ruleFor = async (
  work: Work,
  { rules, organization }: Directory,
  session: Session,
  conversation: ConversationRow,
  body: MessageBody,
): Promise<RoutingRule | null> => {
  const arrival = await arrivalOf(work, session.customerId, {
    widgetId: conversation.widget_id,
    channel: session.channel,
    source: conversation.source === null ? NOWHERE : (JSON.parse(conversation.source) as VisitSource),
    text: body.kind === 'text' ? body.text : '',
  })
  const { timeZone, reception } = organization
  const moment = { at: work.now, timeZone, hours: reception.hours }
  return arrival ? tryRules(rules, arrival, moment).rule : null
}

export const NOWHERE: VisitSource = { kind: 'direct', host: '', words: '', campaign: {} }

/** What is known of a customer; undefined: there is none. */
export const arrivalOf = async (
  reads: Pick<RoutingReads, 'tx' | 'organizationId'>,
  customerId: CustomerId,
  way: Pick<Arrival, 'widgetId' | 'channel' | 'source' | 'text'>,
): Promise<Arrival | undefined> => {
  const customer = await findCustomer(reads.tx, reads.organizationId, customerId)
  if (!customer) return undefined
  const { language, type, ownership, ownerId, tagIds, region, name, phone, email } = customer
  return {
    ...way,
    ...{ language, type, ownership, ownerId, tagIds, region },
    sessions: await countSessionsBefore(reads.tx, reads.organizationId, customerId),
    known: [name, phone, email].some((text) => text !== ''),
  }
}

/** The rule's receiver and urgency go with the session from here on. */
const byRule = (stored: StoredSession, { name, receiver, priority }: RoutingRule): StoredSession => ({
  ...stored,
  session: {
    ...stored.session,
    priority,
    why: { ...stored.session.why, rule: name },
    ...(receiver && receiver.kind !== 'bot' && { target: receiver }),
  },
})

/** Step 4: a rule that names a person names no bot; else the entry's own, else the group's (R-02-084). */
export const botFor = async (
  reads: RoutingReads,
  rule: Pick<RoutingRule, 'receiver'> | null,
  widgetId: WidgetId | null,
  target: SessionTarget,
): Promise<Bot | null> => {
  const { bots, groups } = await reads.directory()
  const working = (id: BotId | null | undefined): Bot | null => {
    const bot = id ? bots.get(id) : undefined
    return bot?.on ? bot : null
  }
  if (rule?.receiver) return rule.receiver.kind === 'bot' ? working(rule.receiver.botId) : null
  const entry = widgetId === null ? undefined : await findWidget(reads.tx, widgetId)
  const group = target.kind === 'group' ? groups.get(target.groupId) : undefined
  return working(entry?.widget.botId) ?? working(group?.botId)
}
