/** What agents take away of what was said, and take off their device. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { sql } from '../../../src/base/sql.ts'
import type { ConversationId, Permission } from '../../../src/protocol/model/index.ts'
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
const EXPORT = '0192f000-0000-7000-8000-000000000001'
const page = async (
  core: WorldCore,
  conversationId: ConversationId,
  from = 1,
  exportId = EXPORT,
  first = 1,
) => done(core.client.run('records.export-page', { conversationId, exportId, first, from, format: 'text' }))

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

const noted = async (about: string) =>
  (await auditEntriesOf(world.db, ORGANIZATION, 50))
    .filter(({ action }) => action.startsWith(about))
    .map(({ actor, action, subject }) => ({ who: actor.id, action, ...(JSON.parse(subject) as object) }))
    .toReversed()
const exports = async () => noted('export.')

const grant = async (permission: Permission): Promise<void> => {
  await world.change(async ({ tx, publish }) => {
    const role = (await rolesOf(tx, ORGANIZATION)).find(({ id }) => id === ROLE)
    if (!role) throw new Error('no role of agents')
    role.permissions.push(permission)
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

it('R-06-174 what was said with customers is exported by holders of the permission alone, page by page, its begin and its end an audit entry', async () => {
  const { conversationId } = customer
  expect(await page(agent, conversationId)).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await exports()).toEqual([])
  await grant('records.export')
  for (let count = 0; count < MANY; count += 1) await world.write(customer, `第 ${count} 句`)
  await world.pass()
  const numbers = await all(agent, conversationId)
  expect(numbers.length).toBeGreaterThan(MANY)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  const about = { who: agent.agentId, exportId: EXPORT, conversationId, format: 'text', from: 1 }
  const begin = { ...about, action: 'export.begin' }
  expect(await exports()).toEqual([begin, { ...about, action: 'export.end', messages: numbers.length }])
  // A page of it once more adds nothing; one of another export does, and none is had from before where it began.
  await page(agent, conversationId)
  expect(await exports()).toHaveLength(2)
  const other = EXPORT.replace(/1$/u, '2')
  await page(agent, conversationId, 101, other, 101)
  expect((await exports()).at(-1)).toEqual({ ...begin, exportId: other, from: 101 })
  expect(await page(agent, conversationId, 1, other, 101)).toMatchObject({ ok: false, code: 'forbidden' })
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

it('R-01-201 who reads what was said with a customer of somebody else is written down once, before they see any of it', async () => {
  const { conversationId } = customer
  const read = async (core: WorldCore, before: number | null) =>
    done(core.client.query('thread.page', { conversationId, kinds: 'all', before, from: null }))
  expect(await read(colleague, null)).toBeNull()
  await grant('records.search-all')
  // What is one's own is nothing to write down.
  expect((await read(agent, null))?.messages.length).toBeGreaterThan(0)
  expect(await noted('record.')).toEqual([])
  const opening = { who: colleague.agentId, action: 'record.open', conversationId }
  const newest = await read(colleague, null)
  expect(await noted('record.')).toEqual([opening])
  expect((await read(colleague, newest?.messages[0]?.seq ?? 0))?.messages.length).toBeGreaterThan(0)
  await done(colleague.client.query('customer.search', { conversationId, text: '壶盖' }))
  expect(await noted('record.')).toEqual([opening])
  // Somebody who comes back later opens it again.
  await world.pass(31 * 60_000)
  await read(colleague, null)
  expect(await noted('record.')).toEqual([opening, opening])
})

const found = async (core: WorldCore, text: string): Promise<number> =>
  (await core.client.query('search.local', { text, limit: 5 })).messages.length
const threadOf = async (core: WorldCore, conversationId: ConversationId) =>
  core.client.query('thread.messages', { conversationId, limit: 30 })
const textsOf = async (core: WorldCore, conversationId: ConversationId): Promise<string[]> =>
  (await threadOf(core, conversationId)).messages.flatMap(({ body }) =>
    body.kind === 'text' ? [body.text] : [],
  )
const forgotten = async (core: WorldCore) => core.client.query('forgotten-threads.list', {})

it('R-06-175 R-06-173 deleted on this device, messages are in neither its cache nor its search, stay everywhere else, and are not fetched again by themselves', async () => {
  const { conversationId } = customer
  expect(cached(agent, conversationId)).toBeGreaterThan(0)
  expect(await found(agent, '句')).toBeGreaterThan(0)
  expect(await agent.client.run('records.forget', { conversationId })).toMatchObject({ ok: true })
  await world.pass(5000)
  expect(cached(agent, conversationId)).toBe(0)
  expect(await found(agent, '句')).toBe(0)
  expect(cached(laptop, conversationId)).toBeGreaterThan(0)
  expect(await forgotten(agent)).toMatchObject([{ conversationId }])
  expect(await forgotten(laptop)).toEqual([])
  // Its row and everything that is the same on all devices stays, but for the words of the last message.
  const rows = async (core: WorldCore) => core.client.query('conversations.list', { filter: 'all' })
  const wordless = (await rows(laptop)).map((row) =>
    row.id === conversationId ? { ...row, preview: null, forgotten: true } : row,
  )
  expect(await rows(agent)).toEqual(wordless)
  // Neither opened nor scrolled does it come back, nor with what is said later, nor in another connection.
  expect(await threadOf(agent, conversationId)).toMatchObject({ messages: [], more: false })
  expect(await done(agent.client.run('history.load', { conversationId }))).toMatchObject({
    ok: true,
    value: { loaded: 0, more: false },
  })
  await world.write(customer, '壶盖又坏了')
  agent.goOffline()
  await world.write(customer, '你们还在吗')
  await agent.comeBack()
  await world.pass(5000)
  expect(await textsOf(agent, conversationId)).toEqual(['壶盖又坏了', '你们还在吗'])
  expect(await rows(agent)).toEqual(await rows(laptop))
  expect((await threadOf(agent, conversationId)).more).toBe(false)
  expect(await found(agent, '句')).toBe(0)
})

it('R-06-175 R-06-173 what was deleted on this device stays away through a complete load, and is fetched again when it is wanted', async () => {
  const { conversationId } = customer
  // A cache that does not know where it is takes everything anew, after another start of the program.
  agent.cache().exec('delete from position')
  await agent.stop()
  agent.start()
  await world.pass(5000)
  expect(agent.mode()).toBe('resync')
  expect(await textsOf(agent, conversationId)).toEqual(['壶盖又坏了', '你们还在吗'])
  agent.goOffline()
  expect(await agent.client.run('records.show-again', { conversationId })).toMatchObject({ ok: true })
  expect(await forgotten(agent)).toEqual([])
  expect((await threadOf(agent, conversationId)).more).toBe(true)
  await agent.comeBack()
  await world.pass(5000)
  expect(await done(agent.client.run('history.load', { conversationId }))).toMatchObject({
    ok: true,
    value: { loaded: 30, more: true },
  })
  expect((await threadOf(agent, conversationId)).messages).toEqual(
    (await threadOf(laptop, conversationId)).messages,
  )
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
