/** Records of all agents: for whoever may see them, each look written down, and nothing of it kept. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { sql } from '../../../src/base/sql.ts'
import type { Permission } from '../../../src/protocol/model/index.ts'
import { auditEntriesOf } from '../../../src/server/db/auditEntries.ts'
import { rolesOf } from '../../../src/server/db/roles.ts'
import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION, SUPERVISOR_ROLE, widgetOf } from '../../support/worldRows.ts'

let world: World
let agent: WorldCore
let supervisor: WorldCore
let customer: CustomerPrincipal

const search = async (core: WorldCore, text: string) => {
  const answer = core.client.run('records.search', { text, limit: 20 })
  await world.pass(1000)
  return answer
}

/** As any client may ask, also one that is not ours. */
const answerTo = async ({ agentId }: WorldCore, scope: 'own' | 'all' | null | undefined) => {
  const principal = {
    kind: 'agent',
    organizationId: ORGANIZATION,
    agentId,
    permissions: new Set<Permission>(),
  } as const
  const args = { text: '退款', before: null, limit: 20, ...(scope !== undefined && { scope }) }
  return world.engine.query(principal, 'message.search', args)
}

/** The newest first. */
const looks = async (): Promise<{ who: string | null; at: number; subject: unknown }[]> =>
  (await auditEntriesOf(world.db, ORGANIZATION, 50))
    .filter(({ action }) => action === 'message.search')
    .map(({ actor, at, subject }) => ({ who: actor.id, at, subject: JSON.parse(subject) as unknown }))

const grant = async (): Promise<void> => {
  await world.change(async ({ tx, publish }) => {
    const role = (await rolesOf(tx, ORGANIZATION)).find(({ id }) => id === SUPERVISOR_ROLE)
    if (!role) throw new Error('no role of supervisors')
    role.permissions.push('records.search-all')
    await tx.run(
      sql`update roles set permissions = ${JSON.stringify(role.permissions)} where id = ${SUPERVISOR_ROLE}`,
    )
    publish('org', 'role.changed', { role })
  })
  await world.pass()
}

beforeAll(async () => {
  world = await createWorld()
  agent = await world.core(1)
  supervisor = await world.core(4)
  customer = await world.customer('小李', widgetOf(agent.agentId))
  await world.write(customer, '我要退款，订单 8812')
  await world.pass()
})
afterAll(async () => {
  await world.dispose()
})

it('R-03-164 R-07-060 the scope is granted to whoever holds the permission, and to nobody else', async () => {
  expect(await search(supervisor, '退款')).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await looks()).toEqual([])
  await grant()
  expect(await search(agent, '退款')).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await search(supervisor, '退款')).toMatchObject({
    ok: true,
    value: {
      hits: [
        {
          message: { conversationId: customer.conversationId, body: { text: '我要退款，订单 8812' } },
          handlerId: agent.agentId,
          own: false,
        },
      ],
    },
  })
})

it('R-06-165 a search that says nothing of a scope is of one’s own conversations, whatever one may see', async () => {
  for (const scope of ['own', null, undefined] as const) {
    expect(await answerTo(agent, scope)).toMatchObject({ ok: true, value: { messages: [{}] } })
    expect(await answerTo(supervisor, scope)).toEqual({ ok: true, value: { messages: [] } })
  }
  expect(await answerTo(agent, 'all')).toEqual({ ok: false, code: 'forbidden' })
})

it('R-07-062 each of them is an audit entry: who, when, with which words, and how much was found', async () => {
  const before = (await looks()).length
  const from = world.clock.now()
  await search(supervisor, '退款')
  const between = world.clock.now()
  await search(supervisor, '从来没有人说过')
  await answerTo(supervisor, 'own')
  const [second, first, ...others] = await looks()
  const filter = null
  expect(first).toMatchObject({ who: supervisor.agentId, subject: { text: '退款', filter, hits: 1 } })
  expect(second).toMatchObject({ who: supervisor.agentId, subject: { text: '从来没有人说过', hits: 0 } })
  const times = [from, first?.at ?? 0, between, second?.at ?? 0]
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(others).toHaveLength(before)
})

it('R-17-049 nothing of what was found or read is in the cache, and without the server there is nothing', async () => {
  const before = supervisor.digest()
  const { conversationId } = customer
  expect(await search(supervisor, '8812')).toMatchObject({ ok: true, value: { hits: [{}] } })
  const page = supervisor.client.query('thread.page', { conversationId, kinds: 'all', before: null, from: 1 })
  await world.pass(1000)
  expect(JSON.stringify(await page)).toContain('我要退款，订单 8812')
  await supervisor.client.query('customer.threads', { conversationId })
  await world.pass(1000)
  expect(supervisor.digest()).toEqual(before)
  expect((await supervisor.client.query('search.local', { text: '8812', limit: 20 })).messages).toEqual([])
  supervisor.goOffline()
  expect(await search(supervisor, '8812')).toMatchObject({ ok: false, code: 'offline' })
  await supervisor.comeBack()
})
