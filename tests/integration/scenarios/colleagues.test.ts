/** Colleagues in the list of an agent, and among their favourites. */
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { AgentId, ContactGroupId, ConversationId } from '../../../src/protocol/model/index.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { agentIdOf } from '../../support/worldRows.ts'

const GROUP = { id: 'group-of-desk' as ContactGroupId, list: 'favorites', name: '前台' } as const

let world: World
let desk: WorldCore
let laptop: WorldCore

beforeEach(async () => {
  world = await createWorld()
  desk = await world.core(1)
  laptop = await world.core(1)
})
afterEach(async () => {
  await world.dispose()
})

const done = async <T>(work: Promise<T>): Promise<T> => {
  await world.pass(1000)
  return work
}
const stars = async (core: WorldCore) => {
  const { groups, colleagues } = await core.client.query('contacts.filed', {})
  return [groups.map(({ name }) => name), colleagues.map(({ agentId, groupId }) => [agentId, groupId])]
}
const star = async (core: WorldCore, agentId: AgentId, groupId: ContactGroupId | null = null) =>
  done(core.client.run('colleague.star', { agentId, groupId }))
/** A colleague writes to the agent. */
const written = async (by: WorldCore, text: string): Promise<ConversationId> => {
  const opened = await done(by.client.run('chat.open', { agentId: desk.agentId }))
  if (!opened.ok) throw new Error(opened.code)
  await by.send(opened.value.conversationId, text)
  await world.pass(1000)
  return opened.value.conversationId
}
const list = async (core: WorldCore) =>
  (await core.client.query('conversations.list', { filter: 'all' })).map((row) => ({
    id: row.id,
    colleague: row.colleagueId,
    unread: row.unread,
    pinned: row.pinned,
    marks: row.marks,
  }))

it('R-03-066 colleagues are sorted, pinned, starred, removed and marked unread as customers are, on all devices, and have no marks', async () => {
  const [bo, cai] = [await world.core(2), await world.core(3)]
  const withBo = await written(bo, '在吗')
  const withCai = await written(cai, '壶盖到了')
  const row = { unread: 1, pinned: false, marks: '' }
  const both = [
    { ...row, id: withCai, colleague: cai.agentId },
    { ...row, id: withBo, colleague: bo.agentId },
  ]
  for (const core of [desk, laptop]) expect(await list(core)).toEqual(both)
  await written(bo, '还在吗')
  expect((await list(laptop)).map(({ colleague }) => colleague)).toEqual([bo.agentId, cai.agentId])

  await done(desk.client.run('list-entry.pin', { conversationId: withCai, pinned: true }))
  await done(desk.client.run('read.advance', { conversationId: withBo, seq: 2 }))
  await done(laptop.client.run('list-entry.mark', { conversationId: withBo, unread: true }))
  for (const core of [desk, laptop])
    expect(await list(core)).toMatchObject([
      { id: withCai, pinned: true },
      { id: withBo, pinned: false, unread: 1 },
    ])
  await done(desk.client.run('list-entry.remove', { conversationId: withBo }))
  for (const core of [desk, laptop]) expect(await list(core)).toMatchObject([{ id: withCai }])

  // A favourite without a row is one all the same.
  expect(await done(desk.client.run('contact-group.save', GROUP))).toMatchObject({ ok: true })
  expect(await star(desk, bo.agentId, GROUP.id)).toMatchObject({ ok: true })
  expect(await star(laptop, cai.agentId)).toMatchObject({ ok: true })
  const all = [
    ['前台'],
    [
      [bo.agentId, GROUP.id],
      [cai.agentId, null],
    ],
  ]
  for (const core of [desk, laptop, await world.core(1)]) expect(await stars(core)).toEqual(all)
  expect(await stars(bo)).toEqual([[], []])
  expect(laptop.digest()).toEqual(desk.digest())

  await done(laptop.client.run('contact-group.remove', { id: GROUP.id }))
  await done(desk.client.run('colleague.unstar', { agentId: cai.agentId }))
  for (const core of [desk, laptop]) expect(await stars(core)).toEqual([[], [[bo.agentId, null]]])
})

it('R-03-066 a colleague is starred without the server, too, and only who there is, in a group there is', async () => {
  const bo = agentIdOf(2)
  expect(await star(desk, desk.agentId)).toMatchObject({ ok: false, code: 'not-found' })
  expect(await star(desk, 'nobody' as AgentId)).toMatchObject({ ok: false, code: 'not-found' })
  expect(await star(desk, bo, GROUP.id)).toMatchObject({ ok: false, code: 'group-gone' })
  expect(await stars(desk)).toEqual([[], []])
  desk.goOffline()
  await world.pass(1000)
  const kept = desk.client.run('colleague.star', { agentId: bo, groupId: null })
  await world.pass(5000)
  expect(await kept).toMatchObject({ ok: true })
  expect(await stars(desk)).toEqual([[], [[bo, null]]])
  expect(await stars(laptop)).toEqual([[], []])
  expect(await desk.client.query('queued.list', {})).toMatchObject([
    { name: 'colleague.star', text: '员工2', customerId: null },
  ])
  await desk.comeBack()
  await world.pass(10_000)
  for (const core of [desk, laptop]) expect(await stars(core)).toEqual([[], [[bo, null]]])
  expect(await desk.client.query('queued.list', {})).toEqual([])
})
