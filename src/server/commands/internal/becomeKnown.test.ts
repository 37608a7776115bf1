import { createHash } from 'node:crypto'

import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, WIDGET } from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import type { TagId } from '../../../protocol/model/index.ts'
import { findCustomer } from '../../db/customers.ts'
import { remarksOn } from '../../db/privateRemarks.ts'
import { insertTag } from '../../db/tags.ts'

describeDatabases('a talk that turns out to be one of a known customer', (databases) => {
  it('R-18-055 leaves no empty customer behind, and what was known of the visitor goes along', async () => {
    await receptionsOf(databases)({ agents: 2, permissions: ['remark.private'] }, async (reception) => {
      const { db, arrive, customer, write, done, agent, engine } = reception
      const tagId = 'vip' as TagId
      await db.transaction(async (tx) =>
        insertTag(tx, ORGANIZATION, { id: tagId, groupName: '客户', name: 'VIP', color: 'red', position: 0 }),
      )
      await arrive(1)
      const known = await customer('老客户')
      await write(known, '以前的问题')
      const visitor = await customer('访客')
      await write(visitor, '在吗')
      const { customerId } = visitor
      await done(agent(1), 'customer.tag', { customerId, add: [tagId], remove: [] })
      await done(agent(1), 'private-remark.set', { customerId, text: '爱喝手冲' })
      await engine.runInternal(ORGANIZATION, 'identity.open', {
        widgetId: WIDGET,
        keyHash: createHash('sha256').update('老客户').digest('hex'),
        was: visitor.identityId,
        source: { kind: 'direct', host: '', words: '', campaign: {} },
        language: 'zh-CN',
      })
      const rows = await db.all(sql`
        select id from customers u where organization_id = ${ORGANIZATION} and not exists (
          select 1 from conversations c where c.organization_id = u.organization_id and c.customer_id = u.id)`)
      expect(rows).toEqual([])
      expect(await findCustomer(db, ORGANIZATION, customerId)).toBeUndefined()
      expect(await findCustomer(db, ORGANIZATION, known.customerId)).toMatchObject({ tagIds: [tagId] })
      expect(await remarksOn(db, ORGANIZATION, known.customerId)).toMatchObject([{ text: '爱喝手冲' }])
    })
  })
})
