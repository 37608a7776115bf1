import type { ConversationId, MessageId } from '../../../src/protocol/model/index.ts'
import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { createWorld, type World, type WorldOptions } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { widgetOf, WIDGET } from '../../support/worldRows.ts'

/** Something somebody wrote, to be looked for at the end. */
export interface Written {
  /** Who wrote it: a device or a customer. What one author writes into one conversation keeps its order. */
  readonly author: string
  readonly conversationId: ConversationId
  readonly id: MessageId
  readonly text: string
}

/** A run under way: the world, who is in it, and what was written. */
export interface Play {
  readonly world: World
  readonly cores: readonly WorldCore[]
  readonly customers: readonly CustomerPrincipal[]
  readonly written: Written[]
  /** Taken out of an outbox by its author: whether it was sent is open. */
  readonly discarded: Set<MessageId>
  serverIsUp: boolean
  /** A text that occurs once. */
  nextText(author: string): string
}

/** Few enough that customers have to wait. */
export const CAPACITY = 2
/** Two devices of the first agent, one of the second, one of the third, who sees the whole pool. */
const DEVICES = [1, 1, 2, 3]
const CUSTOMERS = 7

export const openPlay = async (options: WorldOptions): Promise<Play> => {
  const world = await createWorld({ agents: 3, capacity: CAPACITY, ...options })
  const cores: WorldCore[] = []
  for (const agent of DEVICES) cores.push(await world.core(agent))
  const customers: CustomerPrincipal[] = []
  for (let number = 0; number < CUSTOMERS; number += 1) {
    const widget = number % 3 === 2 ? widgetOf(world.random.pick(cores).agentId) : WIDGET
    customers.push(await world.customer(`customer-${number}`, widget))
  }
  let texts = 0
  return {
    world,
    cores,
    customers,
    written: [],
    discarded: new Set(),
    serverIsUp: true,
    nextText: (author) => `${author} ${(texts += 1)}`,
  }
}
