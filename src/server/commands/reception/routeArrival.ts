import { tryRules } from '../../../domain/routing/rules.ts'
import type {
  Arrival,
  Bot,
  BotId,
  CustomerId,
  CustomRouter,
  MessageBody,
  OrganizationId,
  RouterDecision,
  RoutingRule,
  Session,
  SessionId,
  SessionTarget,
  VisitSource,
  WidgetId,
} from '../../../protocol/model/index.ts'
import { findConversation, type ConversationRow } from '../../db/conversations.ts'
import { findCustomer } from '../../db/customers.ts'
import { messagesAfter } from '../../db/messages.ts'
import type { ReadDb } from '../../db/port.ts'
import { countSessionsBefore } from '../../db/sessionHistory.ts'
import { findSession, type StoredSession } from '../../db/sessions.ts'
import { findWidget } from '../../db/widgets.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Work } from '../../engine/work.ts'
import { receiveByFace } from '../faces/receiveByFace.ts'
import { askRouter, routerOf } from './askRouter.ts'
import { ledBy } from './ledBy.ts'
import { routeByRouter } from './routeByRouter.ts'
import { routeSession } from './routeSession.ts'
import type { RoutingReads } from './routingReads.ts'
import { startBot } from './startBot.ts'
import type { Thread } from './thread.ts'
import { isForMainAccount, waitAtMainAccount } from './waitAtMainAccount.ts'

/**
 * The whole way of somebody who comes: the router of the entry, the rules, the bot of the rule, of the entry or of the
 * group, then a person (chapter 02 section 8, steps 2 to 9). Without routers, rules and bots nothing is read for them.
 */
export const routeArrival = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  conversation: ConversationRow,
  body: MessageBody,
): Promise<void> => {
  if (stored.session.face) return receiveByFace(work, thread, stored, 'routed')
  if (await isForMainAccount(work, stored, conversation)) return waitAtMainAccount(work, thread, stored)
  const router = await routerOf(work, conversation.widget_id)
  if (router) await askRouter(work, stored, router)
  else await routeByRules(work, thread, stored, conversation, textIn(body))
}

/** From step 3 on. */
const routeByRules = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  conversation: ConversationRow,
  text: string,
): Promise<void> => {
  const directory = await work.directory()
  const { rules, bots } = directory
  const rule = rules.some(({ on }) => on)
    ? await ruleFor(work, directory, stored.session, conversation, text)
    : null
  const routed = rule ? byRule(stored, rule) : stored
  const bot = bots.size > 0 ? await botFor(work, rule, conversation.widget_id, routed.session.target) : null
  if (bot) {
    const why = { step: 'bot', ...ledBy(routed.session) } as const
    await startBot(work, thread, routed, bot, why)
  } else await routeSession(work, thread, routed, 'routed')
}

/** Goes on with whoever waited for a router; null: it said nothing that counts (R-02-082). */
export const routeOn = async (
  work: Work,
  sessionId: SessionId,
  said: { readonly router: CustomRouter; readonly decision: RouterDecision } | null,
): Promise<void> => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  // Meanwhile they may have left, or been blocked.
  if (stored?.session.state !== 'requested') return
  const conversation = await findConversation(work.tx, work.organizationId, stored.session.conversationId)
  if (!conversation) throw new Error('a session has a conversation')
  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const routed = said ? byRouter(stored, said.router, said.decision) : stored
  if (said && said.decision.decision !== 'default') {
    await routeByRouter(work, thread, routed, said.router, said.decision)
    return
  }
  const text = await firstWordsOf(work.tx, work.organizationId, stored)
  await routeByRules(work, thread, routed, conversation, text)
}

const byRouter = (
  stored: StoredSession,
  { name }: CustomRouter,
  { priority = 0 }: RouterDecision,
): StoredSession => ({
  ...stored,
  session: { ...stored.session, priority, why: { ...stored.session.why, router: name } },
})

/** What the customer began with; empty where that was no text. */
export const firstWordsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  { session, firstSeq }: StoredSession,
): Promise<string> => {
  const messages = await messagesAfter(db, organizationId, session.conversationId, firstSeq - 1, FIRST_LINES)
  const first = messages.find(({ sender }) => sender.kind === 'customer')
  return first ? textIn(first.body) : ''
}

/** Lines that report the beginning come before the first message. */
const FIRST_LINES = 10

const textIn = (body: MessageBody): string => (body.kind === 'text' ? body.text : '')

/** Step 3 (R-02-083). */
const ruleFor = async (
  work: Work,
  { rules, organization }: Directory,
  session: Session,
  conversation: ConversationRow,
  text: string,
): Promise<RoutingRule | null> => {
  const arrival = await arrivalOf(work, session.customerId, {
    widgetId: conversation.widget_id,
    channel: session.channel,
    source: sourceOf(conversation),
    text,
  })
  const { timeZone, reception } = organization
  const moment = { at: work.now, timeZone, hours: reception.hours }
  return arrival ? tryRules(rules, arrival, moment).rule : null
}

export const NOWHERE: VisitSource = { kind: 'direct', host: '', words: '', campaign: {} }

/** How the customer came, as far as it is known. */
export const sourceOf = ({ source }: Pick<ConversationRow, 'source'>): VisitSource =>
  source === null ? NOWHERE : (JSON.parse(source) as VisitSource)

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
    // A rule that says nothing of it leaves the router's word.
    priority: priority || stored.session.priority,
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
