/**
 * Everything the demonstration organisation holds, made from a seed and the present time: the same two always make the
 * same organisation.
 */
import {
  ConversationId,
  type CustomerId,
  IdentityId,
  type AgentId,
  type Conversation,
  type Customer,
  type ListEntry,
  type Session,
} from '../../../protocol/model/index.ts'
import type { Facts } from '../dialogue/script.ts'
import { createRandom, type Random } from '../random.ts'
import type { widgets } from './company.ts'
import { customerOf } from './customers.ts'
import { groupFor, plansOf, productFor, sameDesk, scenarios, widgetFor, type Plan } from './plans.ts'
import { playSession } from './playSession.ts'
import type { Product } from './products.ts'
import type { Scenario } from './scenario.ts'
import { slotsOf, type Slots } from './slots.ts'
import { talkOf } from './talk.ts'
import { createThread, idAt, type Fact } from './threadBuilder.ts'

export interface DemoContent {
  /** Oldest customer first; numbers run from 1. */
  readonly threads: readonly DemoThread[]
}

export interface DemoThread {
  readonly customer: Customer
  readonly identityId: IdentityId
  /** As it was opened, before its first message. */
  readonly opened: Conversation
  /** As it is now. */
  readonly conversation: Conversation
  readonly sessions: readonly { readonly session: Session; readonly firstSeq: number }[]
  readonly facts: readonly Fact[]
  readonly entries: readonly { readonly agentId: AgentId; readonly entry: ListEntry }[]
  /** The scripted customer who goes on with this thread; null: nobody does. */
  readonly player: { readonly scriptId: string; readonly facts: Facts; readonly waiting: boolean } | null
}

/** How many ended conversations an agent still has in the list. */
const LISTED = 14

export const createContent = (seed: number, now: number): DemoContent => {
  const random = createRandom(seed)
  const threads = plansOf(random, now).map((plan, index) => playThread(random, now, plan, index + 1))
  return { threads: listed(threads) }
}

const playThread = (random: Random, now: number, plan: Plan, number: number): DemoThread => {
  const product = productFor(random, plan.scenario)
  const slots = slotsOf(random, plan.person, product, plan.handler.outwardName, plan.start)
  const lines = talkOf(random, plan.scenario, slots, plan.live?.lines)
  const start = plan.live ? plan.start - (lines.at(-1)?.at ?? 0) : plan.start
  const customer = customerOf(random, number, plan.person, {
    scenario: plan.scenario,
    slots,
    handlerId: plan.handler.id,
    createdAt: start,
  })
  const known = plan.player === 'none' ? customer : { ...customer, name: plan.person.name }
  const opened = openingOf(random, known.id, widgetFor(plan), start)
  const thread = createThread(random, opened)
  const groupId = groupFor(plan)
  playSession(random, thread, { lines, start, groupId, handler: plan.handler, open: plan.live !== null })
  const again = start + random.int(3, 20) * 86_400_000
  if (!plan.live && random.chance(0.12) && again < now - 86_400_000) {
    const second = random.pick(scenarios.filter((other) => sameDesk(other, plan.scenario)))
    const moreLines = talkOf(random, second, slotsFor(random, plan, second, again))
    playSession(random, thread, {
      lines: moreLines,
      start: again,
      groupId,
      handler: plan.handler,
      open: false,
    })
  }
  return {
    customer: known,
    identityId: IdentityId.parse(idAt(random, start)),
    opened,
    conversation: receivedAll(thread.conversation()),
    sessions: thread.sessions(),
    facts: thread.facts(),
    entries: plan.live ? [entryOf(plan.handler.id, thread.conversation(), start, plan.live.unread)] : [],
    player:
      plan.player === 'none'
        ? null
        : {
            scriptId: plan.scriptId,
            facts: factsOf(known, slots, product),
            waiting: plan.player === 'waiting',
          },
  }
}

/** Adds to each agent's list the conversations they ended last. */
const listed = (threads: readonly DemoThread[]): DemoThread[] => {
  const counts = new Map<AgentId, number>()
  return threads
    .toReversed()
    .map((thread) => {
      const handlerId = thread.sessions.at(-1)?.session.handlerId
      const count = handlerId ? (counts.get(handlerId) ?? 0) : LISTED
      if (!handlerId || thread.entries.length > 0 || count >= LISTED) return thread
      counts.set(handlerId, count + 1)
      return { ...thread, entries: [entryOf(handlerId, thread.conversation, thread.opened.createdAt, 0)] }
    })
    .toReversed()
}

const entryOf = (agentId: AgentId, conversation: Conversation, addedAt: number, unread: number) => ({
  agentId,
  entry: { conversationId: conversation.id, readSeq: conversation.lastSeq - unread, pinned: false, addedAt },
})

const openingOf = (
  random: Random,
  customerId: CustomerId,
  widget: (typeof widgets)[number],
  at: number,
): Conversation => ({
  id: ConversationId.parse(idAt(random, at)),
  customerId,
  channel: 'web',
  widgetId: widget.id,
  sessionId: null,
  lastSeq: 0,
  preview: null,
  deliveredSeq: 0,
  readSeq: 0,
  face: { kind: 'organization' },
  friendSince: null,
  lastCustomerAt: null,
  replies: 0,
  createdAt: at,
})

const receivedAll = (conversation: Conversation): Conversation => ({
  ...conversation,
  deliveredSeq: conversation.lastSeq,
  readSeq: conversation.lastSeq,
})

const factsOf = (customer: Customer, slots: Slots, product: Product): Facts => ({
  name: customer.name,
  phone: slots['phone'] ?? '',
  email: slots['email'] ?? '',
  order: slots['order'] ?? '',
  productId: product.id,
})

const slotsFor = (random: Random, plan: Plan, scenario: Scenario, at: number): Slots =>
  slotsOf(random, plan.person, productFor(random, scenario), plan.handler.outwardName, at)
