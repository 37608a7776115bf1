import type { CustomerPrincipal } from '../../src/server/engine/types.ts'
import type { World } from '../support/world.ts'
import type { WorldCore } from '../support/worldCore.ts'
import { widgetOf } from '../support/worldRows.ts'
import type { Scene } from './eventCases.ts'

/** The people of a case: `hands` is the agent's own core or another device of theirs. */
export const createScene = (world: World, hands: WorldCore, ready: () => Promise<void>): Scene => {
  /** Somebody nobody has seen before. */
  const newcomer = async (): Promise<CustomerPrincipal> =>
    world.customer(world.ids.next(), widgetOf(hands.agentId))
  return {
    world,
    hands,
    ready,
    ownCustomer: async () => {
      const customer = await newcomer()
      await world.write(customer, '你好')
      return customer
    },
    waiting: async () => {
      await hands.client.run('reception.set', { on: false })
      const customer = await newcomer()
      await world.write(customer, '你好')
      return customer
    },
  }
}
