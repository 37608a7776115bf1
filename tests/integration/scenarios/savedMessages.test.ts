/** Favourites among messages: the same on all devices of an agent, whatever becomes of what they were copied from. */
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ConversationId, MessageId } from '../../../src/protocol/model/index.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

let world: World
let ami: WorldCore

beforeEach(async () => {
  world = await createWorld()
  ami = await world.core(1)
})
afterEach(async () => {
  await world.dispose()
})

const done = async <T>(work: Promise<T>): Promise<T> => {
  await world.pass()
  return work
}

/** What a colleague has written to the agent. */
const written = async (): Promise<{ readonly conversationId: ConversationId; readonly ids: MessageId[] }> => {
  const bo = await world.core(2)
  const opened = await done(bo.client.run('chat.open', { agentId: ami.agentId }))
  if (!opened.ok) throw new Error(opened.code)
  const { conversationId } = opened.value
  for (const text of ['报价单在共享盘', '密码 2468', '别外传']) await bo.send(conversationId, text)
  await world.pass()
  const { messages } = await ami.client.query('thread.messages', { conversationId, limit: 10 })
  return { conversationId, ids: messages.map(({ id }) => id) }
}

const ANY = { text: '', kind: null, limit: 10 } as const
const list = async (
  core: WorldCore,
  args: Partial<{ text: string; kind: 'text' | 'file'; limit: number }> = {},
) => {
  const { rows, found, all } = await core.client.query('saved-messages.list', { ...ANY, ...args })
  return { texts: rows.map(({ body }) => (body.kind === 'text' ? body.text : body.name)), found, all }
}

it('R-06-177 favourites are on every device of their agent, those that come later too, and nobody else’s', async () => {
  const { conversationId, ids } = await written()
  const [first, second, third] = ids
  if (!first || !second || !third) throw new Error('three were written')
  const phone = await world.core(1)
  expect(await done(ami.client.run('saved-message.add', { messageIds: [first] }))).toMatchObject({ ok: true })
  await world.pass(1000)
  await done(phone.client.run('saved-message.add', { messageIds: [second, third] }))
  const all = { texts: ['别外传', '密码 2468', '报价单在共享盘'], found: 3, all: 3 }
  for (const core of [ami, phone, await world.core(1)]) expect(await list(core)).toEqual(all)
  const kept = (core: WorldCore) => core.digest()['saved_messages']
  expect(kept(phone)).toEqual(kept(ami))
  expect(await list(await world.core(2))).toEqual({ texts: [], found: 0, all: 0 })

  const { rows } = await ami.client.query('saved-messages.list', ANY)
  expect(rows[0]).toMatchObject({ conversationId, senderName: '员工2', customer: null, openable: true })
  expect(await list(ami, { text: '密码' })).toEqual({ texts: ['密码 2468'], found: 1, all: 3 })
  // By whom it was said, too.
  expect(await list(ami, { text: '员工2', limit: 2 })).toEqual({
    texts: all.texts.slice(0, 2),
    found: 3,
    all: 3,
  })
  expect(await list(ami, { kind: 'file' })).toEqual({ texts: [], found: 0, all: 3 })

  await done(phone.client.run('saved-message.remove', { messageIds: [third, first] }))
  expect(await list(ami)).toEqual({ texts: ['密码 2468'], found: 1, all: 1 })
})

it('a favourite stays as it is when its author takes the message back', async () => {
  const { ids } = await written()
  const [first] = ids
  if (!first) throw new Error('three were written')
  const bo = await world.core(2)
  await done(ami.client.run('saved-message.add', { messageIds: [first] }))
  await done(bo.client.run('message.recall', { messageId: first }))
  for (const core of [ami, await world.core(1)])
    expect(await list(core)).toEqual({ texts: ['报价单在共享盘'], found: 1, all: 1 })
})
