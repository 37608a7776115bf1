import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { GROUP, ORGANIZATION, OTHER_GROUP, receptionsOf } from '../../../tests/support/reception.ts'
import { openSessionOf } from './sessions.ts'
import { waitsFor } from './waitingSessions.ts'

const MINUTE = 60_000

describeDatabases('how long customers waited', (databases) => {
  it('counts those who waited for the target and were received since then', async () => {
    await receptionsOf(databases)(
      { agents: 1 },
      async ({ db, clock, customer, write, done, agent, arrive }) => {
        const began = clock.now()
        for (const [name, minutes] of [
          ['小李', 4],
          ['小王', 7],
        ] as const) {
          const { conversationId } = await waitingCustomer(name)
          clock.advance(minutes * MINUTE)
          await arrive(1)
          const open = (await openSessionOf(db, ORGANIZATION, conversationId))?.session
          if (!open) throw new Error('the customer waits')
          await done(agent(1), 'session.accept', { sessionId: open.id })
          await done(agent(1), 'reception.set', { on: false })
        }
        const waits = async (groupId: typeof GROUP, since: number) =>
          (await waitsFor(db, ORGANIZATION, { kind: 'group', groupId }, since, 10)).toSorted((a, b) => a - b)
        expect(await waits(GROUP, began)).toEqual([4 * MINUTE, 7 * MINUTE])
        expect(await waits(GROUP, began + 4 * MINUTE)).toEqual([7 * MINUTE])
        expect(await waits(OTHER_GROUP, began)).toEqual([])

        async function waitingCustomer(name: string) {
          const visitor = await customer(name)
          await write(visitor, '在吗')
          return visitor
        }
      },
    )
  })
})
