/** What an agent decides while the server is away. */
import { expect, it } from 'vitest'

import type { ConversationView } from '../../../src/client/api.ts'
import type { CustomerFields } from '../../../src/protocol/commands/index.ts'
import type { SessionNoteId, TagId } from '../../../src/protocol/model/index.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

const received = async (world: World) => {
  const agents = [await world.core(1), await world.core(2)] as const
  const customer = await world.customer('小李')
  await world.write(customer, '你好')
  await world.pass()
  const { conversationId } = customer
  const view = async (core: WorldCore): Promise<ConversationView> => {
    const found = await core.client.query('conversation.get', { conversationId })
    if (!found || !('customer' in found)) throw new Error('it is not there')
    return found
  }
  const handler = (await agents[0].client.query('conversation.get', { conversationId })) ? 0 : 1
  const agent = agents[handler]
  const first = await view(agent)
  const edit = async (core: WorldCore, fields: CustomerFields, was: Record<string, string>) => {
    const { customer: seen } = await view(core)
    const given = core.client.run('customer.edit', {
      customerId: seen.id,
      version: seen.version,
      was,
      fields,
    })
    await world.pass()
    return given
  }
  return { agent, conversationId, customerId: first.customer.id, session: first.session, view, edit }
}

it('R-17-019 R-17-022 fields, tags, remarks, stars, notes, records and pins are taken without the server, seen at once, kept over a restart, and reach it', async () => {
  const world = await createWorld({ agents: 2 })
  const { agent: away, conversationId, customerId, session, view, edit } = await received(world)
  const tags = (await away.client.query('organization.get', {}))?.tags ?? []
  const [tag] = tags
  if (!tag || !session) throw new Error('nothing to set')
  away.goOffline()
  await world.pass(5000)
  const note = {
    id: '0192a000-0000-7000-8000-00000000000a' as SessionNoteId,
    sessionId: session.id,
    text: '要发票',
  }
  const answers = [
    await edit(away, { phone: '13800000000' }, { phone: '' }),
    await away.client.run('customer.tag', { customerId, add: [tag.id], remove: [] }),
    await away.client.run('private-remark.set', { customerId, text: '老李' }),
    await away.client.run('contact.file', { list: 'favorites', customerId, groupId: null }),
    await away.client.run('session-note.save', note),
    await away.client.run('follow-record.add', { customerId, text: '已回电' }),
    await away.client.run('list-entry.pin', { conversationId, pinned: true }),
  ]
  expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true))

  const seen = async () => {
    const { customer, remark, entry } = await view(away)
    const notes = await away.client.query('session-notes.list', { conversationId })
    const { contacts } = await away.client.query('contacts.filed', {})
    return {
      fields: [customer.phone, customer.tagIds, remark, entry?.pinned],
      notes: notes.map(({ text }) => text),
      stars: contacts.map((one) => one.customerId),
    }
  }
  const wanted = {
    fields: ['13800000000', [tag.id], '老李', true],
    notes: ['要发票'],
    stars: [customerId],
  }
  expect(await seen()).toEqual(wanted)
  const waiting = async () => (await away.client.query('queued.list', {})).map(({ name }) => name)
  expect(await waiting()).toHaveLength(answers.length)
  expect(await away.client.query('connection.status', {})).toMatchObject({ outbox: answers.length })

  await away.stop()
  away.start()
  expect(await seen()).toEqual(wanted)
  await away.comeBack()
  await world.pass(5000)
  expect(await waiting()).toEqual([])
  expect(await seen()).toEqual(wanted)

  const laptop = await world.core(away.agent)
  await world.pass()
  expect((await view(laptop)).customer).toMatchObject({ phone: '13800000000', tagIds: [tag.id] })
  expect(laptop.digest()).toEqual(away.digest())
  const records = await laptop.client.query('customer.follow-records', { conversationId })
  expect(records?.records.map(({ text }) => text)).toEqual(['已回电'])
  await world.dispose()
})

it('R-17-024 what somebody else has changed meanwhile is not overwritten: the change says so, and can be given up', async () => {
  const world = await createWorld({ agents: 2 })
  const { agent: away, customerId, view, edit } = await received(world)
  const desk = await world.core(away.agent)
  await world.pass()
  away.goOffline()
  await world.pass(5000)
  await edit(away, { phone: '13800000001' }, { phone: '' })
  await away.client.run('customer.tag', { customerId, add: ['gone' as TagId], remove: [] })
  await away.client.run('private-remark.set', { customerId, text: '老李' })
  await edit(desk, { phone: '13900000009' }, { phone: '' })
  await world.pass()
  expect((await view(away)).customer.phone).toBe('13800000001')
  await away.comeBack()
  await world.pass(5000)
  // The truth is seen again, and what comes behind a refused one is done.
  expect(await view(away)).toMatchObject({ customer: { phone: '13900000009', tagIds: [] }, remark: '老李' })
  const refused = await away.client.query('queued.list', {})
  expect(refused.map(({ name, state, refusal }) => [name, state, refusal?.code])).toEqual([
    ['customer.edit', 'failed', 'conflict'],
    ['customer.tag', 'failed', 'not-found'],
  ])
  for (const { id } of refused)
    expect(await away.client.run('queued.discard', { id })).toMatchObject({ ok: true })
  expect(await away.client.query('connection.status', {})).toMatchObject({ outbox: 0 })
  await world.dispose()
})

it('R-17-020 a command whose answer was lost is done once, and what needs the server is refused at once', async () => {
  const world = await createWorld({ agents: 2 })
  const { agent: away, conversationId, customerId } = await received(world)
  const given = away.client.run('follow-record.add', { customerId, text: '已回电' })
  await world.stopServer()
  await world.pass(20_000)
  expect(await given).toMatchObject({ ok: true })
  expect(await away.client.run('presence.set', { presence: 'busy' })).toMatchObject({ code: 'offline' })
  await world.startServer()
  await world.pass(60_000)
  const answer = await away.client.query('customer.follow-records', { conversationId })
  expect(answer?.records.map(({ text }) => text)).toEqual(['已回电'])
  expect(await away.client.query('queued.list', {})).toEqual([])
  await world.dispose()
})
