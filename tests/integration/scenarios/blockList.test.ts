/** Whom the company blocked, as several browsers show it. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { sql } from '../../../src/base/sql.ts'
import { rolesOf } from '../../../src/server/db/roles.ts'
import { createWorld, type World } from '../../support/world.ts'
import { ORGANIZATION, ROLE, widgetOf } from '../../support/worldRows.ts'

/** The list follows within two seconds. */
const SOON_MS = 2000

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.change(async ({ tx, publish }) => {
    const role = (await rolesOf(tx, ORGANIZATION)).find(({ id }) => id === ROLE)
    if (!role) throw new Error('no role of agents')
    role.permissions.push('block.company')
    await tx.run(sql`update roles set permissions = ${JSON.stringify(role.permissions)} where id = ${ROLE}`)
    publish('org', 'role.changed', { role })
  })
})
afterAll(async () => {
  await world.dispose()
})

it('R-15-042 the list of whom the company blocked follows what is changed in another browser', async () => {
  const agent = await world.core(1)
  const admin = await world.core(2)
  const visitor = await world.customer('小李', widgetOf(agent.agentId))
  await world.write(visitor, '在吗')
  await world.pass()
  const { customerId } = visitor
  let shown: readonly unknown[] | undefined
  admin.client.subscribe('block-entries.company', {}, (answer) => {
    shown = answer?.entries.map((entry) => entry.customerId)
  })
  await world.pass(SOON_MS)
  expect(shown).toEqual([])
  const change = async <T>(work: Promise<T>): Promise<T> => {
    await world.pass(SOON_MS)
    return work
  }
  const block = { customerId, reason: '刷屏', hours: 24 }
  expect(await change(agent.client.run('customer.block', block))).toMatchObject({ ok: true })
  expect(shown).toEqual([customerId])
  expect(await change(agent.client.run('customer.unblock', { customerId }))).toMatchObject({ ok: true })
  expect(shown).toEqual([])
  // A block that ends by itself leaves the list, too.
  expect(await change(agent.client.run('customer.block', { ...block, hours: 1 }))).toMatchObject({ ok: true })
  expect(shown).toEqual([customerId])
  await world.pass(3_600_000 + SOON_MS)
  expect(shown).toEqual([])
})
