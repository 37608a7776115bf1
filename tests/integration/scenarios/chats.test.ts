/** Colleagues among themselves: who is away, who is removed, and who is not in it at all. */
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { AgentId, ConversationId } from '../../../src/protocol/model/index.ts'
import { disableAgent, enableAgent } from '../../../src/server/commands/agents/disableAgent.ts'
import type { AgentPrincipal } from '../../../src/server/engine/types.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { agentIdOf, ORGANIZATION } from '../../support/worldRows.ts'

let world: World
let ami: WorldCore
let bo: WorldCore

beforeEach(async () => {
  world = await createWorld()
  ami = await world.core(1)
  bo = await world.core(2)
})
afterEach(async () => {
  await world.dispose()
})

const KINDS = { groups: 'adhoc', colleagues: 'direct', customers: null } as const
const rows = async (core: WorldCore, category: 'groups' | 'colleagues' | 'customers' | 'all') =>
  (await core.client.query('conversations.list', { filter: 'all' })).filter(
    ({ chat }) => category === 'all' || KINDS[category] === chat,
  )
const texts = async (core: WorldCore, conversationId: ConversationId): Promise<string[]> => {
  const { messages } = await core.client.query('thread.messages', { conversationId, limit: 100 })
  return messages.map(({ body }) =>
    body.kind === 'text' ? body.text : body.kind === 'system' ? body.code : '',
  )
}
const done = async <T>(work: Promise<T>): Promise<T> => {
  await world.pass()
  return work
}
const chatWith = async (core: WorldCore, agentId: AgentId): Promise<ConversationId> => {
  const answer = await done(core.client.run('chat.open', { agentId }))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.conversationId
}
const chatOf = async (core: WorldCore, numbers: readonly number[]): Promise<ConversationId> => {
  const agentIds = numbers.map(agentIdOf)
  const answer = await done(core.client.run('chat.create', { agentIds, name: null }))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.conversationId
}
const principal = (agent: number): AgentPrincipal => ({
  kind: 'agent',
  organizationId: ORGANIZATION,
  agentId: agentIdOf(agent),
  permissions: new Set(),
})

it('R-03-067 colleagues talk without relation or session, and it counts for nobody’s load', async () => {
  const id = await chatWith(ami, bo.agentId)
  expect(await rows(bo, 'all')).toEqual([])
  bo.goOffline()
  await ami.send(id, '下午的培训几点？')
  await world.pass()
  await bo.comeBack()
  await world.pass()
  expect(await rows(bo, 'colleagues')).toMatchObject([
    { id, chat: 'direct', colleagueId: ami.agentId, customerId: null, unread: 1, sessionState: null },
  ])
  expect(await rows(bo, 'customers')).toEqual([])
  expect(await chatWith(bo, ami.agentId)).toBe(id)
  await bo.send(id, '三点')
  await world.pass()
  expect(await texts(ami, id)).toEqual(['下午的培训几点？', '三点'])
  expect((await ami.client.query('presence.all', {})).map(({ load }) => load)).toEqual([0, 0, 0, 0])
  expect(await ami.client.query('conversations.unread', {})).toMatchObject({ colleagues: 1, customers: 0 })
})

it('R-03-068 what is written to a disabled agent is there when the account is enabled again', async () => {
  const id = await chatWith(ami, bo.agentId)
  const admin = principal(4)
  await world.change(async (work) => {
    await disableAgent(work, admin, { agentId: bo.agentId })
  })
  await world.pass()
  await ami.send(id, '等你回来')
  await world.pass()
  expect(await texts(ami, id)).toEqual(['等你回来'])
  await world.change(async (work) => {
    await enableAgent(work, admin, { agentId: bo.agentId })
  })
  const back = await world.core(2)
  await world.pass()
  expect(await texts(back, id)).toEqual(['等你回来'])
  expect(await rows(back, 'colleagues')).toMatchObject([{ id, unread: 1 }])
})

it('R-09-056 an ad-hoc chat has 3 to 100 members, any of whom renames it, and its creator removes', async () => {
  const agentIds = [bo.agentId]
  expect(
    await done(ami.client.run('chat.create', { agentIds: [bo.agentId, bo.agentId], name: null })),
  ).toMatchObject({
    code: 'too-few',
    details: { limit: 3 },
  })
  const id = await chatOf(ami, [2, 3])
  expect(await rows(bo, 'groups')).toMatchObject([
    { id, unnamedMembers: 3, customerName: '员工1、员工2、员工3' },
  ])
  const conversationId = id
  await done(bo.client.run('chat.rename', { conversationId, name: '周会' }))
  expect(await rows(ami, 'groups')).toMatchObject([{ customerName: '周会', unnamedMembers: null }])
  const removal = { conversationId, agentId: agentIdOf(3) }
  expect(await done(bo.client.run('chat.remove-member', removal))).toMatchObject({ code: 'not-found' })
  expect(await done(ami.client.run('chat.remove-member', removal))).toMatchObject({ ok: true })
  await done(ami.client.run('chat.leave', { conversationId }))
  expect(await rows(ami, 'all')).toEqual([])
  expect(await done(ami.client.run('chat.invite', { conversationId, agentIds }))).toMatchObject({
    code: 'not-found',
  })
  expect(await texts(bo, id)).toEqual(['chat-made', 'chat-renamed', 'chat-removed', 'chat-left'])
})

it('R-09-064 whoever was removed reads what was said until then, and nothing later', async () => {
  const id = await chatOf(ami, [2, 3])
  await ami.send(id, '给大家的')
  await world.pass()
  await done(ami.client.run('chat.remove-member', { conversationId: id, agentId: bo.agentId }))
  await ami.send(id, '只给留下的人')
  await world.pass()
  const kept = ['chat-made', '给大家的', 'chat-removed']
  expect(await texts(bo, id)).toEqual(kept)
  expect(await bo.client.query('chat.get', { conversationId: id })).toMatchObject({ left: true })
  // Not by asking the server either, nor with another device.
  await done(bo.client.run('history.load', { conversationId: id }))
  const other = await world.core(2)
  expect(await texts(other, id)).toEqual(kept)
  expect(other.digest()).toEqual(bo.digest())
  await bo.send(id, '还在吗')
  await world.pass()
  expect(await bo.client.query('outbox.list', {})).toMatchObject([
    { state: 'failed', reason: 'not-a-member' },
  ])
  // Called again, they have all of it.
  await done(ami.client.run('chat.invite', { conversationId: id, agentIds: [bo.agentId] }))
  expect(await texts(bo, id)).toEqual([...kept, '只给留下的人', 'chat-joined'])
  expect(await bo.client.query('chat.get', { conversationId: id })).toMatchObject({ left: false })
})

it('what colleagues say is for those who are in it, also where all records are open', async () => {
  const id = await chatWith(ami, bo.agentId)
  await ami.send(id, '机密的安排')
  await world.pass()
  const supervisor = await world.core(4)
  const send = { id: 'x', conversationId: id, body: { kind: 'text', text: '!' } } as const
  expect(
    await world.engine.run({ principal: principal(4), id: 'x', name: 'chat.send', args: send }),
  ).toMatchObject({ ok: false, code: 'not-a-member' })
  const found = supervisor.client.query('search.server', { text: '机密', limit: 10 })
  await world.pass(3000)
  expect((await found).messages).toEqual([])
  const history = await world.engine.run({
    principal: principal(4),
    id: 'y',
    name: 'chat.show',
    args: { conversationId: id },
  })
  expect(history).toMatchObject({ ok: false, code: 'not-found' })
})

it('a mention is told to whom it means until they have read it, and a row taken away comes back', async () => {
  const id = await chatOf(ami, [2, 3])
  await done(bo.client.run('read.advance', { conversationId: id, seq: 1 }))
  await done(bo.client.run('list-entry.remove', { conversationId: id }))
  expect(await rows(bo, 'all')).toEqual([])
  await ami.send(id, '@员工2 请看一下')
  await world.pass()
  expect(await rows(bo, 'groups')).toMatchObject([{ id, unread: 1, mentioned: true }])
  const third = await world.core(3)
  expect(await rows(third, 'groups')).toMatchObject([{ id, mentioned: false }])
  await done(bo.client.run('read.advance', { conversationId: id, seq: 2 }))
  expect(await rows(bo, 'groups')).toMatchObject([{ id, unread: 0, mentioned: false }])
})

it('R-09-034 how messages of a group come in is each member’s own, on all their devices, and outlives the row', async () => {
  const id = await chatOf(ami, [2, 3])
  await done(bo.client.run('read.advance', { conversationId: id, seq: 1 }))
  const setTo = async (messageSetting: 'alert' | 'silent' | 'assistant' | 'blocked') =>
    done(bo.client.run('chat.set-messages', { conversationId: id, messageSetting }))
  const laptop = await world.core(2)
  await setTo('assistant')
  await ami.send(id, '周会改到三点')
  await world.pass()
  for (const core of [bo, laptop]) {
    expect(await rows(core, 'groups')).toMatchObject([{ id, unread: 1, messageSetting: 'assistant' }])
    expect(await core.client.query('conversations.unread', {})).toMatchObject({ groups: 0, all: 0 })
  }
  expect(await rows(ami, 'groups')).toMatchObject([{ id, messageSetting: 'alert' }])
  const fresh = await world.core(2)
  expect(await rows(fresh, 'groups')).toMatchObject([{ id, messageSetting: 'assistant' }])

  await done(bo.client.run('list-entry.remove', { conversationId: id }))
  await ami.send(id, '带上报表')
  await world.pass()
  expect(await rows(bo, 'groups')).toMatchObject([{ id, unread: 1, messageSetting: 'assistant' }])

  await setTo('blocked')
  await ami.send(id, '会议室在二楼')
  await world.pass()
  expect(await rows(laptop, 'groups')).toEqual([])
  await setTo('silent')
  expect(await rows(laptop, 'groups')).toMatchObject([{ id, unread: 0, messageSetting: 'silent' }])
  const direct = await chatWith(bo, ami.agentId)
  const refused = bo.client.run('chat.set-messages', { conversationId: direct, messageSetting: 'silent' })
  expect(await done(refused)).toMatchObject({ ok: false, code: 'not-found' })
})

it('R-09-048 the 21st message within 10 s is refused with the time to wait, and the server agrees', async () => {
  const id = await chatOf(ami, [2, 3])
  for (let count = 1; count <= 20; count += 1) await ami.send(id, `第 ${count} 条`)
  const body = { kind: 'text', text: '再一条' } as const
  const refused = await ami.client.run('message.send', { conversationId: id, body, seenSeq: null })
  expect(refused).toMatchObject({ ok: false, code: 'too-fast', details: { count: 10 } })
  await world.pass(1000)
  const args = { id: 'again', conversationId: id, body }
  expect(
    await world.engine.run({ principal: principal(1), id: 'again', name: 'chat.send', args }),
  ).toMatchObject({ ok: false, code: 'rate-limited' })
  await world.pass(10_000)
  expect(await ami.client.run('message.send', { conversationId: id, body, seenSeq: null })).toMatchObject({
    ok: true,
  })
})

it('R-03-153 R-06-177 the file assistant is a chat with oneself on all own devices, and nobody else’s', async () => {
  const phone = await world.core(1)
  const id = await chatWith(ami, ami.agentId)
  expect(await rows(ami, 'all')).toMatchObject([
    { id, chat: 'self', colleagueId: null, unnamedMembers: 0, unread: 0 },
  ])
  // However often it is opened, and from wherever, it is the same one.
  expect(await chatWith(phone, phone.agentId)).toBe(id)
  await ami.send(id, '会议室密码 2468')
  await world.pass()
  for (const core of [ami, phone]) {
    expect(await texts(core, id)).toEqual(['会议室密码 2468'])
    // What one has sent oneself is nothing one has not read.
    expect(await rows(core, 'all')).toMatchObject([{ id, unread: 0 }])
    expect(await core.client.query('conversations.unread', {})).toMatchObject({ all: 0 })
  }
  expect(phone.digest()).toEqual(ami.digest())
  // The index follows in small bites.
  await world.pass(3000)
  const found = await phone.client.query('search.local', { text: '会议室', limit: 10 })
  expect(found.messages).toMatchObject([{ message: { conversationId: id }, unnamedMembers: 0 }])

  // Out of the list it is not gone, and it has no members that could be called, named or left behind.
  await done(phone.client.run('list-entry.remove', { conversationId: id }))
  expect(await rows(ami, 'all')).toEqual([])
  const invited = ami.client.run('chat.invite', { conversationId: id, agentIds: [bo.agentId] })
  expect(await done(invited)).toMatchObject({ code: 'not-found' })
  expect(await done(ami.client.run('chat.leave', { conversationId: id }))).toMatchObject({
    code: 'not-found',
  })
  expect(await chatWith(ami, ami.agentId)).toBe(id)
  expect(await rows(phone, 'colleagues')).toEqual([])
  expect(await rows(phone, 'all')).toMatchObject([{ id, unread: 0 }])

  expect(await bo.client.query('chats.list', {})).toEqual([])
  expect(await done(bo.client.run('chat.show', { conversationId: id }))).toMatchObject({ code: 'not-found' })
  expect(await chatWith(bo, bo.agentId)).not.toBe(id)
})
