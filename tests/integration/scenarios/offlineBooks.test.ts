/** What an agent keeps in books of their own while the server is away: colour marks, quick replies, groups of contacts. */
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { QuickReplyView } from '../../../src/client/api.ts'
import type { CommandArgs } from '../../../src/protocol/commands/index.ts'
import type {
  ColorMark,
  ColorMarkId,
  ContactGroupId,
  CustomerId,
  QuickReplyId,
} from '../../../src/protocol/model/index.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

let world: World
let away: WorldCore
let desk: WorldCore
let customerId: CustomerId

beforeEach(async () => {
  world = await createWorld({ agents: 1 })
  away = await world.core(1)
  desk = await world.core(1)
  const customer = await world.customer('小李')
  ;({ customerId } = customer)
  await world.write(customer, '你好')
  await world.pass()
})
afterEach(async () => world.dispose())

const goOffline = async (): Promise<void> => {
  away.goOffline()
  await world.pass(5000)
}
const comeBack = async (): Promise<void> => {
  await away.comeBack()
  await world.pass(10_000)
}
const waiting = async (): Promise<(readonly [string, string, string | undefined])[]> =>
  (await away.client.query('queued.list', {})).map(({ name, text, refusal }) => [name, text, refusal?.code])
/** The same after a restart without the server, and on another device once it was sent. */
const reachesEverybody = async (seen: (core: WorldCore) => Promise<unknown>): Promise<void> => {
  const wanted = await seen(away)
  await away.stop()
  away.start()
  await world.pass(5000)
  expect(await seen(away)).toEqual(wanted)
  await comeBack()
  expect(await waiting()).toEqual([])
  expect(await seen(away)).toEqual(wanted)
  expect(await seen(desk)).toEqual(wanted)
  expect(desk.digest()).toEqual(away.digest())
}

const replyId = (name: string): QuickReplyId => `reply-of-${name}` as QuickReplyId
const reply = (name: string, more: Partial<CommandArgs<'quick-reply.save'>> = {}) => ({
  ...{ id: replyId(name), version: null, groupName: 'wuliu', title: name, texts: ['好的'], files: [] },
  ...more,
})
const replies = async (core: WorldCore): Promise<readonly QuickReplyView[]> =>
  core.client.query('quick-replies.list', {})
/** That of the company stays behind them. */
const COMPANY = '常用 问候 1'
const titles = async (core: WorldCore): Promise<string[]> =>
  (await replies(core)).map(({ groupName, title, version }) => `${groupName} ${title} ${version}`)

it('R-17-019 R-17-022 own quick replies are made, changed, moved, renamed and deleted without the server', async () => {
  for (const name of ['one', 'two', 'three']) await desk.client.run('quick-reply.save', reply(name))
  await world.pass()
  await goOffline()
  const { client } = away
  const answers = [
    await client.run('quick-reply.save', reply('new')),
    await client.run('quick-reply.save', reply('new', { version: 1, title: 'newer' })),
    await client.run('quick-reply.save', reply('two', { version: 1, title: 'second' })),
    await client.run('quick-reply.move', {
      id: replyId('three'),
      groupName: 'wuliu',
      beforeId: replyId('one'),
    }),
    await client.run('quick-reply.remove', { ids: [replyId('one')] }),
    await client.run('quick-reply.add', {
      replies: [{ ...contentOf(reply('old')), groupName: 'aftersales', position: null }],
    }),
    await client.run('quick-reply-group.rename', { from: 'wuliu', to: 'delivery' }),
    // What is shown is what the server is going to have: the next change of it is no conflict.
    await client.run(
      'quick-reply.save',
      reply('three', { version: 2, groupName: 'delivery', title: 'first' }),
    ),
  ]
  expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true))
  expect(await titles(away)).toEqual([
    'aftersales old 1',
    'delivery first 3',
    'delivery second 3',
    'delivery newer 3',
    COMPANY,
  ])
  expect((await waiting()).map(([name, text]) => [name, text])).toEqual([
    ['quick-reply.save', 'new'],
    ['quick-reply.save', 'newer'],
    ['quick-reply.save', 'second'],
    ['quick-reply.move', 'three'],
    ['quick-reply.remove', 'one'],
    ['quick-reply.add', 'old'],
    ['quick-reply-group.rename', 'delivery'],
    ['quick-reply.save', 'first'],
  ])
  await reachesEverybody(titles)
})

it('R-17-019 R-17-022 customers are marked in colours without the server: seen in the list and found by its filter', async () => {
  const mark = (name: string): ColorMark => ({
    id: `mark-${name}` as ColorMarkId,
    color: 'red',
    name,
    rule: null,
  })
  const [urgent, later] = [mark('urgent'), mark('later')]
  await desk.client.run('agent-setting.save', { changes: { colorMarks: [urgent, later] } })
  await desk.client.run('color-mark.set', { customerId, add: [urgent.id], remove: [] })
  await world.pass()
  await goOffline()
  const set = (add: readonly ColorMark[], remove: readonly ColorMark[]) =>
    away.client.run('color-mark.set', {
      customerId,
      add: add.map(({ id }) => id),
      remove: remove.map(({ id }) => id),
    })
  expect(await set([later], [urgent])).toMatchObject({ ok: true })
  const shown = async (core: WorldCore) => {
    const rows = (marks: ColorMarkId[]) =>
      core.client.query('conversations.list', { filter: 'all', where: { marks } })
    const all = await core.client.query('conversations.list', { filter: 'all' })
    return [all.map(({ marks }) => marks), (await rows([later.id])).length, (await rows([urgent.id])).length]
  }
  expect(await shown(away)).toEqual([[later.id], 1, 0])
  expect(await waiting()).toEqual([['color-mark.set', '', undefined]])
  await reachesEverybody(shown)
})

it('R-17-019 R-17-022 groups of contacts are made, renamed and deleted without the server, and contacts filed into them', async () => {
  const groupId = (name: string) => `group-of-${name}` as ContactGroupId
  const save = (core: WorldCore, id: string, name: string) =>
    core.client.run('contact-group.save', { id: groupId(id), list: 'favorites', name })
  await save(desk, 'old', 'Old')
  await save(desk, 'vip', 'Very important')
  await desk.client.run('contact.file', { list: 'favorites', customerId, groupId: groupId('old') })
  await world.pass()
  await goOffline()
  const { client } = away
  // Who is in the book can be told without the server, too, as far as this device knows them.
  const own = await client.query('contacts.own', {})
  expect(own).toMatchObject({ favorites: [{ customerId, name: '' }], friends: [], complete: false })
  const filed = async (core: WorldCore) => {
    const { groups, contacts } = await core.client.query('contacts.filed', {})
    return [groups.map(({ name }) => name), contacts.map((one) => one.groupId)]
  }
  await client.run('contact-group.remove', { id: groupId('old') })
  expect(await filed(away)).toEqual([['Very important'], [null]])
  await save(away, 'vip', 'VIP')
  await save(away, 'new', 'New')
  await client.run('contact.file', { list: 'favorites', customerId, groupId: groupId('new') })
  expect(await filed(away)).toEqual([['New', 'VIP'], [groupId('new')]])
  expect((await waiting()).map(([name, text]) => [name, text])).toEqual([
    ['contact-group.remove', 'Old'],
    ['contact-group.save', 'VIP'],
    ['contact-group.save', 'New'],
    ['contact.file', ''],
  ])
  await reachesEverybody(filed)
})

it('R-17-024 what another device has decided meanwhile is not overwritten in these books either, and the reason is listed', async () => {
  await desk.client.run('quick-reply.save', reply('one'))
  await world.pass()
  await goOffline()
  await away.client.run('quick-reply.save', reply('one', { version: 1, title: 'mine' }))
  await away.client.run('contact-group.save', {
    id: 'group-mine' as ContactGroupId,
    list: 'friends',
    name: 'VIP',
  })
  await desk.client.run('quick-reply.save', reply('one', { version: 1, title: 'theirs' }))
  await desk.client.run('contact-group.save', {
    id: 'group-theirs' as ContactGroupId,
    list: 'friends',
    name: 'VIP',
  })
  await world.pass()
  await comeBack()
  expect(await waiting()).toEqual([
    ['quick-reply.save', 'mine', 'conflict'],
    ['contact-group.save', 'VIP', 'name-taken'],
  ])
  expect(await titles(away)).toEqual(['wuliu theirs 2', COMPANY])
  expect((await away.client.query('contacts.filed', {})).groups.map(({ id }) => id)).toEqual(['group-theirs'])
})

it('R-17-019 a private name given without the server stands in the list at once, and so does a changed one of everybody', async () => {
  const names = async (core: WorldCore) =>
    (await core.client.query('conversations.list', { filter: 'all' })).map(({ customerName, publicName }) => [
      customerName,
      publicName,
    ])
  await goOffline()
  const version = 1
  await away.client.run('customer.edit', { customerId, version, was: { name: '' }, fields: { name: '李华' } })
  expect(await names(away)).toEqual([['李华', null]])
  await away.client.run('private-remark.set', { customerId, text: '老李' })
  expect(await names(away)).toEqual([['老李', '李华']])
  expect((await away.client.query('queued.list', {})).map(({ customerName }) => customerName)).toEqual([
    '老李',
    '老李',
  ])
  await reachesEverybody(names)
  await goOffline()
  await away.client.run('private-remark.set', { customerId, text: '' })
  expect(await names(away)).toEqual([['李华', null]])
  await reachesEverybody(names)
})

const contentOf = ({ id, groupName, title, texts, files }: CommandArgs<'quick-reply.save'>) => ({
  ...{ id, groupName, title, texts, files },
})
