import { expect, it } from 'vitest'

import { botRow } from '../../../../tests/support/botRow.ts'
import { describeDatabases } from '../../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  WIDGET,
  type Reception,
} from '../../../../tests/support/reception.ts'
import { mainEntryOf } from '../../../protocol/mainAccount.ts'
import {
  NO_NAV_MENU,
  type AgentId,
  type NavEntryId,
  type NavItem,
  type NavMenuPlan,
} from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { messagesBefore } from '../../db/messages.ts'
import { publishedMenuOf } from '../../db/navMenus.ts'
import { groupsOf } from '../../db/receptionGroups.ts'
import { openSessionOf } from '../../db/sessions.ts'
import { dueTimers } from '../../db/timers.ts'
import { findWidget, saveWidget } from '../../db/widgets.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'
import { messageSeen } from '../../publish/customerView.ts'
import { menuSeen } from '../../publish/menuView.ts'

const account = 'web'
const OPTIONS = { agents: 2, permissions: ['reception.groups'] } as const
const id = (text: string): NavEntryId => text as NavEntryId
const item = (name: string, action: NavItem['action'], title = name): NavItem => ({
  id: id(name),
  title,
  action,
})
const PLAN: NavMenuPlan = {
  ...NO_NAV_MENU.draft,
  entries: [
    {
      id: id('group'),
      title: { 'zh-CN': '订单', en: 'Orders' },
      items: [
        item('hours', { kind: 'text', text: { 'zh-CN': '每天九点到六点', en: 'Nine to six' } }),
        item('site', { kind: 'page', url: 'https://example.com/help' }),
      ],
    },
  ],
  buttons: [
    item('person', { kind: 'person', target: null }),
    item('other', { kind: 'person', target: { kind: 'group', groupId: OTHER_GROUP } }),
  ],
}

const publish = async ({ done, agent }: Reception, plan: NavMenuPlan = PLAN): Promise<void> => {
  const { navMenu } = await done(agent(1), 'nav-menu.save', { account, draft: plan, version: 0 })
  await done(agent(1), 'nav-menu.publish', { account, version: navMenu.version })
}

const linesOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal) =>
  messagesBefore(db, ORGANIZATION, conversationId, 1000, 100)

const codesOf = async (reception: Reception, customer: CustomerPrincipal): Promise<string[]> =>
  (await linesOf(reception, customer)).map(({ body }) => (body.kind === 'system' ? body.code : body.kind))

const sessionOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal) =>
  (await openSessionOf(db, ORGANIZATION, conversationId))?.session

describeDatabases('the navigation menu', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-176 is kept as a draft and shown once it is published; what is over a limit is refused by its name', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { run, done, agent, customer } = reception
      const visitor = await customer('小李')
      const { navMenu } = await done(agent(1), 'nav-menu.save', { account, draft: PLAN, version: 0 })
      expect(navMenu).toEqual({ account, draft: PLAN, published: null, publishedAt: null, version: 1 })
      expect(await run(visitor, 'customer.choose', { entryId: id('hours') })).toMatchObject({
        code: 'menu-changed',
      })
      expect(await run(agent(1), 'nav-menu.publish', { account, version: 0 })).toMatchObject({
        code: 'conflict',
      })
      const shown = await done(agent(1), 'nav-menu.publish', { account, version: 1 })
      expect(shown.navMenu).toMatchObject({ published: PLAN, version: 2 })

      const long = { ...PLAN, buttons: [item('long', { kind: 'person', target: null }, '长'.repeat(17))] }
      expect(await run(agent(1), 'nav-menu.save', { account, draft: long, version: 2 })).toMatchObject({
        code: 'menu-entry',
        details: { problem: 'title-long', entry: '长'.repeat(17) },
      })
      const twice = { ...PLAN, buttons: [item('hours', { kind: 'person', target: null })] }
      expect(await run(agent(1), 'nav-menu.save', { account, draft: twice, version: 2 })).toMatchObject({
        code: 'invalid',
      })
      const unfinished = { ...PLAN, buttons: [item('returns', { kind: 'text', text: '' }, '退货')] }
      await done(agent(1), 'nav-menu.save', { account, draft: unfinished, version: 2 })
      expect(await run(agent(1), 'nav-menu.publish', { account, version: 3 })).toMatchObject({
        code: 'menu-entry',
        details: { problem: 'text-missing', entry: '退货' },
      })
      await done(visitor, 'customer.choose', { entryId: id('hours') })
      expect(JSON.stringify(menuSeen(PLAN))).not.toContain(OTHER_GROUP)
    })
  })

  it('R-02-177 R-18-040 a choice is a line that the agent sees, and no word of the customer', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, agent, customer, write, arrive, send, db, clock } = reception
      await publish(reception)
      const group = (await groupsOf(db, ORGANIZATION)).find((one) => one.id === GROUP)
      if (!group) throw new Error('no group')
      const { main: _main, ...args } = group
      await done(agent(1), 'group.save', { ...args, timeoutTransfer: { minutes: 5, customerNote: '' } })
      await arrive(1)
      const visitor = await customer('小李')
      await done(visitor, 'customer.choose', { entryId: id('site') })
      expect(await sessionOf(reception, visitor)).toBeUndefined()

      await write(visitor, '在吗')
      await send(agent(1), visitor.conversationId, '在的')
      const before = await findConversation(db, ORGANIZATION, visitor.conversationId)
      const timers = await dueTimers(db, clock.now() + 1e9, 10)
      clock.advance(1000)
      await done(visitor, 'customer.choose', { entryId: id('hours') })
      expect((await codesOf(reception, visitor)).slice(-2)).toEqual(['menu-chosen', 'menu-answer'])
      expect(await findConversation(db, ORGANIZATION, visitor.conversationId)).toMatchObject({
        last_customer_at: before?.last_customer_at,
        last_agent_at: before?.last_agent_at,
      })
      expect(await dueTimers(db, clock.now() + 1e9, 10)).toEqual(timers)
      const seen = (await linesOf(reception, visitor))
        .slice(-2)
        .map((line) => messageSeen(line, { agent: () => undefined, fileUrl: () => '' }))
      expect(seen).toMatchObject([
        { from: 'system', body: { code: 'menu-chosen', params: { text: 'hours' } } },
        { from: 'agent', name: null, body: { kind: 'text', texts: { en: 'Nine to six' } } },
      ])

      // The customer's next word begins the time for an answer, whatever was chosen in between.
      await write(visitor, '谢谢，那周末呢')
      const waits = (await dueTimers(db, clock.now() + 1e9, 10)).find(
        ({ kind }) => kind === 'session-unanswered',
      )
      expect(waits?.due_at).toBe(clock.now() + 5 * 60_000)
    })
  })

  it('R-18-041 whoever waits goes on waiting, for the other group where they ask for it, since the same time', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, customer, clock } = reception
      await publish(reception)
      const visitor = await customer('小李')
      await done(visitor, 'customer.choose', { entryId: id('person') })
      const waiting = await sessionOf(reception, visitor)
      expect(waiting).toMatchObject({ state: 'pending', target: { groupId: GROUP } })
      clock.advance(60_000)
      await done(visitor, 'customer.choose', { entryId: id('hours') })
      expect(await sessionOf(reception, visitor)).toEqual(waiting)
      await done(visitor, 'customer.choose', { entryId: id('other') })
      expect(await sessionOf(reception, visitor)).toMatchObject({
        state: 'pending',
        target: { groupId: OTHER_GROUP },
        pendingSince: waiting?.pendingSince,
      })
    })
  })

  it('R-18-041 the menu answers beside a bot, and an entry for a person ends the bot’s part', async () => {
    await withReception(
      { ...OPTIONS, permissions: ['reception.groups', 'reception.bots'] },
      async (reception) => {
        const { done, agent, customer, write, arrive, db } = reception
        await publish(reception)
        const bot = botRow()
        await done(agent(1), 'bot.save', { ...bot, version: null, renewSecret: false })
        const stored = await findWidget(db, WIDGET)
        if (!stored) throw new Error('no widget')
        await db.transaction(async (tx) => saveWidget(tx, ORGANIZATION, { ...stored.widget, botId: bot.id }))
        await arrive(1)
        const visitor = await customer('小李')
        await write(visitor, '怎么开发票？')
        const before = await sessionOf(reception, visitor)
        expect(before?.bot).toMatchObject({ id: bot.id })
        await done(visitor, 'customer.choose', { entryId: id('hours') })
        expect(await sessionOf(reception, visitor)).toEqual(before)
        await done(visitor, 'customer.choose', { entryId: id('person') })
        const after = await sessionOf(reception, visitor)
        expect(after).toMatchObject({ state: 'assigned', handlerId: 'agent-1' })
        expect(after?.bot).toBeUndefined()
      },
    )
  })

  it('R-02-175 R-02-176 the main account has a menu of its own, with the same limits, at its own chat page only', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { run, done, agent, customer, arrive, db } = reception
      await publish(reception)
      const button = item('complaint', { kind: 'person', target: null }, '投诉')
      const draft = { ...PLAN, entries: [], buttons: [button] }
      const { navMenu } = await done(agent(1), 'nav-menu.save', { account: 'main', draft, version: 0 })
      await done(agent(1), 'nav-menu.publish', { account: 'main', version: navMenu.version })
      expect(await publishedMenuOf(db, ORGANIZATION, 'web')).toEqual(PLAN)
      const four = { ...draft, buttons: ['a', 'b', 'c', 'd'].map((name) => ({ ...button, id: id(name) })) }
      expect(
        await run(agent(1), 'nav-menu.save', { account: 'main', draft: four, version: 2 }),
      ).toMatchObject({ code: 'menu-entry', details: { problem: 'too-many-buttons' } })

      await arrive(1)
      const friend = await customer('小李', 'im', mainEntryOf(ORGANIZATION))
      expect(await run(friend, 'customer.choose', { entryId: id('hours') })).toMatchObject({
        code: 'menu-changed',
      })
      await done(friend, 'customer.choose', { entryId: id('complaint') })
      expect(await sessionOf(reception, friend)).toMatchObject({ handlerId: 'agent-1' })
      const visitor = await customer('小王')
      expect(await run(visitor, 'customer.choose', { entryId: id('complaint') })).toMatchObject({
        code: 'menu-changed',
      })
    })
  })

  it('R-02-174 an entry for a person brings the agent or the group it names', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, agent, customer, arrive, run } = reception
      const target = { kind: 'agent', agentId: 'agent-2' as AgentId } as const
      await publish(reception, { ...PLAN, buttons: [item('second', { kind: 'person', target })] })
      await arrive(1, 2)
      const visitor = await customer('小李')
      await done(visitor, 'customer.choose', { entryId: id('second') })
      expect(await sessionOf(reception, visitor)).toMatchObject({ state: 'assigned', handlerId: 'agent-2' })
      expect(await codesOf(reception, visitor)).toEqual([
        'session-started',
        'menu-chosen',
        'session-assigned',
      ])

      const blocked = await customer('小王')
      await done(agent(1), 'nav-menu.save', { account, draft: { ...PLAN, on: false }, version: 2 })
      await done(agent(1), 'nav-menu.publish', { account, version: 3 })
      expect(await run(blocked, 'customer.choose', { entryId: id('person') })).toMatchObject({
        code: 'menu-changed',
      })
    })
  })
})
