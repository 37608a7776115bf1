import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { GROUP, ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

describeDatabases('for whom a customer asks', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-085 the agent or the group of the entry, and without an entry the main group; R-02-081 what is open stays with its handler', async () => {
    await withReception({}, async ({ arrive, customer, write, agent, done, db }) => {
      const sessionOf = async ({ conversationId }: CustomerPrincipal) =>
        (await openSessionOf(db, ORGANIZATION, conversationId))?.session
      await arrive(2)
      const first = await customer('甲')
      await write(first, '在吗')
      expect(await sessionOf(first)).toMatchObject({
        handlerId: 'agent-2',
        target: { kind: 'group', groupId: GROUP },
      })

      await arrive(1, 3)
      await db.transaction(async (tx) => {
        await tx.run(sql`update widgets set target_kind = 'agent', target_id = 'agent-3'`)
      })
      const second = await customer('乙')
      await write(second, '在吗')
      expect(await sessionOf(second)).toMatchObject({ handlerId: 'agent-3', why: { step: 'receiver' } })

      const third = await customer('丙')
      await db.transaction(async (tx) => {
        await tx.run(sql`update conversations set widget_id = null where id = ${third.conversationId}`)
      })
      await write(third, '在吗')
      expect(await sessionOf(third)).toMatchObject({ target: { kind: 'group', groupId: GROUP } })

      // Neither the switch nor another target of the entry takes an open session from its handler.
      await done(agent(2), 'reception.set', { on: false })
      const before = await sessionOf(first)
      await write(first, '还在吗')
      expect(await sessionOf(first)).toEqual(before)
    })
  })

  it('R-02-110 without a receivable handler a session waits for its group, or for its one agent', async () => {
    await withReception({}, async ({ arrive, customer, write, done, agent, db }) => {
      const sessionOf = async ({ conversationId }: CustomerPrincipal) =>
        (await openSessionOf(db, ORGANIZATION, conversationId))?.session
      const first = await customer('甲')
      await write(first, '在吗')
      expect(await sessionOf(first)).toMatchObject({
        state: 'pending',
        handlerId: null,
        target: { kind: 'group', groupId: GROUP },
      })
      await db.transaction(async (tx) => {
        await tx.run(sql`update widgets set target_kind = 'agent', target_id = 'agent-3'`)
      })
      await arrive(1)
      const second = await customer('乙')
      await write(second, '在吗')
      const waiting = { state: 'pending', handlerId: null, target: { kind: 'agent', agentId: 'agent-3' } }
      expect(await sessionOf(second)).toMatchObject(waiting)
      await done(agent(1), 'reception.set', { on: false })
      await done(agent(1), 'reception.set', { on: true })
      expect(await sessionOf(second)).toMatchObject(waiting)
    })
  })
})
