import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import type { TagId } from '../../../protocol/model/index.ts'
import { findCustomer } from '../../db/customers.ts'
import { insertTag } from '../../db/tags.ts'

describeDatabases('customer data', (databases) => {
  const withReception = receptionsOf(databases)
  const withTags = async (test: (reception: Reception) => Promise<void>): Promise<void> =>
    withReception({}, async (reception) => {
      await reception.db.transaction(async (tx) => {
        for (const id of ['vip', 'new']) {
          await insertTag(tx, ORGANIZATION, {
            id: id as TagId,
            groupName: '客户',
            name: id,
            color: 'blue',
            position: 0,
          })
        }
      })
      await test(reception)
    })

  it('R-17-029 first saved wins: an older version is refused, and nobody else may edit', async () => {
    await withTags(async ({ db, arrive, customer, write, run, agent }) => {
      await arrive(1)
      const visitor = await customer('编辑')
      await write(visitor, '你好')
      const edit = { customerId: visitor.customerId, version: 1, fields: { name: '王女士', note: '老客户' } }
      expect(await run(agent(1), 'customer.edit', edit)).toMatchObject({
        ok: true,
        value: { result: { customer: { name: '王女士', version: 2 } } },
      })
      expect(await run(agent(1), 'customer.edit', { ...edit, fields: { name: '李女士' } })).toEqual({
        ok: false,
        code: 'conflict',
        details: { version: 2 },
      })
      expect(await run(agent(2), 'customer.edit', { ...edit, version: 2 })).toMatchObject({
        code: 'not-found',
      })
      expect(await findCustomer(db, ORGANIZATION, visitor.customerId)).toMatchObject({
        name: '王女士',
        note: '老客户',
        phone: '',
      })
    })
  })

  it('tags of several people are merged, unknown ones are refused', async () => {
    await withTags(async ({ arrive, customer, write, run, agent }) => {
      await arrive(1)
      const visitor = await customer('标签')
      await write(visitor, '你好')
      const { customerId } = visitor
      const tag = async (add: string[], remove: string[] = []) =>
        run(agent(1), 'customer.tag', { customerId, add: add as TagId[], remove: remove as TagId[] })
      expect(await tag(['vip'])).toMatchObject({ value: { result: { customer: { tagIds: ['vip'] } } } })
      expect(await tag(['new', 'vip'])).toMatchObject({
        value: { result: { customer: { tagIds: ['new', 'vip'], version: 3 } } },
      })
      expect(await tag([], ['vip'])).toMatchObject({ value: { result: { customer: { tagIds: ['new'] } } } })
      expect(await tag(['none'])).toMatchObject({ code: 'not-found' })
    })
  })

  it('R-02-114 a waiting customer who gets a name has it in the pool at once', async () => {
    await withTags(async ({ arrive, customer, write, done, agent, commits }) => {
      await arrive(1)
      const visitor = await customer('改名')
      await write(visitor, '你好')
      await done(visitor, 'customer.leave', {})
      await done(agent(1), 'reception.set', { on: false })
      await write(visitor, '又来')
      const fields = { name: '赵先生' }
      await done(agent(1), 'customer.edit', { customerId: visitor.customerId, version: 1, fields })
      const entries = commits.flatMap((change) => change.entries)
      expect(entries.findLast(({ event }) => event === 'pool.changed')?.payload).toMatchObject({
        entry: { customerName: '赵先生' },
      })
    })
  })
})
