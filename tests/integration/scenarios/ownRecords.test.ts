/** What agents take away of what was said, and take off their device. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { sql } from '../../../src/base/sql.ts'
import type { ConversationId } from '../../../src/protocol/model/index.ts'
import { auditEntriesOf } from '../../../src/server/db/auditEntries.ts'
import { rolesOf } from '../../../src/server/db/roles.ts'
import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION, ROLE, widgetOf } from '../../support/worldRows.ts'

const MANY = 450
let world: World
let agent: WorldCore
let laptop: WorldCore
let colleague: WorldCore
let customer: CustomerPrincipal

const done = async <T>(work: Promise<T>): Promise<T> => {
  await world.pass(1000)
  return work
}
const page = async (core: WorldCore, conversationId: ConversationId, from = 1) =>
  done(core.client.run('records.export-page', { conversationId, from, format: 'text' }))

/** Everything, as an export goes through it. */
const all = async (core: WorldCore, conversationId: ConversationId): Promise<number[]> => {
  const numbers: number[] = []
  for (let from: number | null = 1; from !== null;) {
    const answer = await page(core, conversationId, from)
    if (!answer.ok) throw new Error(answer.code)
    numbers.push(...answer.value.messages.map(({ seq }) => seq))
    from = answer.value.next
  }
  return numbers
}

const exports = async () =>
  (await auditEntriesOf(world.db, ORGANIZATION, 50)).filter(({ action }) => action === 'export.page')

const grant = async (): Promise<void> => {
  await world.change(async ({ tx, publish }) => {
    const role = (await rolesOf(tx, ORGANIZATION)).find(({ id }) => id === ROLE)
    if (!role) throw new Error('no role of agents')
    role.permissions.push('records.export')
    await tx.run(sql`update roles set permissions = ${JSON.stringify(role.permissions)} where id = ${ROLE}`)
    publish('org', 'role.changed', { role })
  })
  await world.pass()
}

const cached = (core: WorldCore, conversationId: ConversationId): number =>
  core.cache().all(`select 1 from messages where conversation_id = '${conversationId}'`).length

beforeAll(async () => {
  world = await createWorld()
  agent = await world.core(1)
  laptop = await world.core(1)
  colleague = await world.core(2)
  customer = await world.customer('小李', widgetOf(agent.agentId))
  for (let count = 0; count < 5; count += 1) await world.write(customer, `壶盖坏了 ${count}`)
  await world.pass()
})
afterAll(async () => {
  await world.dispose()
})

it('R-06-174 what was said with customers is exported by holders of the permission alone, page by page, each an audit entry', async () => {
  const { conversationId } = customer
  expect(await page(agent, conversationId)).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await exports()).toEqual([])
  await grant()
  for (let count = 0; count < MANY; count += 1) await world.write(customer, `第 ${count} 句`)
  await world.pass()
  const numbers = await all(agent, conversationId)
  expect(numbers.length).toBeGreaterThan(MANY)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  const written = await exports()
  expect(written).toHaveLength(Math.ceil(numbers.length / 200))
  expect(
    written.map(({ actor, subject }) => ({ who: actor.id, ...(JSON.parse(subject) as object) })),
  ).toContainEqual({ who: agent.agentId, conversationId, format: 'text', from: 1, messages: 200 })
  // Nor may they take away what is not theirs to read.
  expect(await page(colleague, conversationId)).toMatchObject({ ok: false, code: 'not-found' })
})

it('R-06-174 what colleagues say is exported by those who are in it, as far as they are, and by nobody else', async () => {
  const opened = await done(agent.client.run('chat.open', { agentId: colleague.agentId }))
  if (!opened.ok) throw new Error(opened.code)
  const { conversationId } = opened.value
  await agent.send(conversationId, '壶盖到了吗')
  await world.pass()
  const before = (await exports()).length
  expect(await page(colleague, conversationId)).toMatchObject({
    ok: true,
    value: { messages: [{ body: { text: '壶盖到了吗' } }], next: null },
  })
  expect(await exports()).toHaveLength(before)
  const stranger = await world.core(3)
  expect(await page(stranger, conversationId)).toMatchObject({ ok: false, code: 'not-found' })
  agent.goOffline()
  expect(await page(agent, conversationId)).toMatchObject({ ok: false, code: 'offline' })
  await agent.comeBack()
  await world.pass()
})

it('R-06-175 R-06-173 deleted on this device, messages are in neither its cache nor its search, stay everywhere else, and come back when they are opened', async () => {
  const { conversationId } = customer
  const found = async (core: WorldCore): Promise<number> =>
    (await core.client.query('search.local', { text: '句', limit: 5 })).messages.length
  expect(cached(agent, conversationId)).toBeGreaterThan(0)
  expect(await found(agent)).toBeGreaterThan(0)
  expect(await agent.client.run('records.forget', { conversationId })).toMatchObject({ ok: true })
  await world.pass(5000)
  expect(cached(agent, conversationId)).toBe(0)
  expect(await found(agent)).toBe(0)
  expect(cached(laptop, conversationId)).toBeGreaterThan(0)
  const thread = await agent.client.query('thread.messages', { conversationId, limit: 50 })
  expect(thread).toMatchObject({ messages: [], more: true })
  // Its row and everything that is the same on all devices stays.
  const rows = async (core: WorldCore) => core.client.query('conversations.list', { filter: 'all' })
  expect(await rows(agent)).toEqual(await rows(laptop))
  expect(await done(agent.client.run('history.load', { conversationId }))).toMatchObject({
    ok: true,
    value: { loaded: 30 },
  })
  const back = (await agent.client.query('thread.messages', { conversationId, limit: 30 })).messages
  const there = (await laptop.client.query('thread.messages', { conversationId, limit: 30 })).messages
  expect(back).toEqual(there)
})

it('R-06-145 what was said in a chat is searched by those who are in it', async () => {
  const opened = await done(agent.client.run('chat.open', { agentId: colleague.agentId }))
  if (!opened.ok) throw new Error(opened.code)
  const { conversationId } = opened.value
  const search = async (core: WorldCore) =>
    done(core.client.query('customer.search', { conversationId, text: '壶盖' }))
  expect((await search(colleague))?.messages).toMatchObject([{ body: { text: '壶盖到了吗' } }])
  expect(await search(await world.core(3))).toBeNull()
})
