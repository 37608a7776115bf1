import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { MessageId } from '../../../protocol/model/index.ts'
import { auditEntriesOf } from '../../db/auditEntries.ts'
import { findCustomer } from '../../db/customers.ts'
import { logPositionOf } from '../../db/organizations.ts'
import { openSessionOf } from '../../db/sessions.ts'

const OPTIONS = { permissions: ['block.company'] } as const
const HOUR = 3_600_000

describeDatabases('blocking a customer', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-080 R-02-301 R-02-302 ends what is open, lets nothing through, with reason and an entry in the audit', async () => {
    await withReception(OPTIONS, async ({ db, arrive, customer, write, run, done, agent, ids, clock }) => {
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '广告广告')
      const { customerId } = visitor
      const { customer: blocked } = await done(agent(1), 'customer.block', {
        customerId,
        reason: '发广告',
        hours: null,
      })
      expect(blocked.block).toEqual({ reason: '发广告', at: clock.now(), until: null, byId: 'agent-1' })
      expect(await openSessionOf(db, ORGANIZATION, visitor.conversationId)).toBeUndefined()
      const id = ids.next() as MessageId
      const again = { id, body: { kind: 'text', text: '又来' } } as const
      expect(await run(visitor, 'customer.write', again, id)).toMatchObject({
        ok: false,
        code: 'not-accepted',
      })
      expect(await openSessionOf(db, ORGANIZATION, visitor.conversationId)).toBeUndefined()
      expect(await auditEntriesOf(db, ORGANIZATION, 10)).toMatchObject([{ action: 'customer.block' }])

      await done(agent(1), 'customer.unblock', { customerId })
      expect((await findCustomer(db, ORGANIZATION, customerId))?.block).toBeUndefined()
      expect(await run(visitor, 'customer.write', again, id)).toMatchObject({ ok: true })
    })
  })

  it('R-02-302 ends by itself when its time is over', async () => {
    await withReception(OPTIONS, async ({ customer, write, run, done, agent, ids, clock, engine }) => {
      const visitor = await customer('小王')
      await write(visitor, '在吗')
      const { customerId } = visitor
      await done(agent(1), 'customer.block', { customerId, reason: '', hours: 2 })
      const send = async () => {
        const id = ids.next() as MessageId
        return run(visitor, 'customer.write', { id, body: { kind: 'text', text: '在吗' } }, id)
      }
      clock.advance(2 * HOUR - 1)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'block-end', subject: customerId })
      expect(await send()).toMatchObject({ code: 'not-accepted' })
      clock.advance(1)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'block-end', subject: customerId })
      expect(await send()).toMatchObject({ ok: true })
    })
  })

  it('leaves what is known of the organisation as it is: nobody reads its people anew because of it', async () => {
    await withReception(OPTIONS, async ({ db, customer, write, done, agent, clock, engine }) => {
      const visitor = await customer('小赵')
      await write(visitor, '在吗')
      const { customerId } = visitor
      const known = async () => (await logPositionOf(db, ORGANIZATION))?.configRevision
      const before = await known()
      await done(agent(1), 'customer.block', { customerId, reason: '', hours: null })
      expect(await known()).toBe(before)
      await done(agent(1), 'customer.unblock', { customerId })
      expect(await known()).toBe(before)
      await done(agent(1), 'customer.block', { customerId, reason: '', hours: 1 })
      clock.advance(HOUR)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'block-end', subject: customerId })
      expect((await findCustomer(db, ORGANIZATION, customerId))?.block).toBeUndefined()
      expect(await known()).toBe(before)
    })
  })

  it('needs the permission', async () => {
    await withReception({}, async ({ customer, run, agent }) => {
      const { customerId } = await customer('小张')
      expect(await run(agent(1), 'customer.block', { customerId, reason: '', hours: null })).toMatchObject({
        code: 'forbidden',
      })
    })
  })
})
