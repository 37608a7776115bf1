import { expect, it } from 'vitest'

import {
  CONDITION_DEFAULTS,
  LOOK_DEFAULTS,
  NO_NAV_MENU,
  RECEPTION_DEFAULTS,
  type BotId,
  type GroupId,
  type NavMenuPlan,
  type RouterId,
} from '../../protocol/model/index.ts'
import { usesOf, type NamingSettings } from './uses.ts'

const group = { kind: 'group', groupId: 'night' as GroupId } as const
const bot = { kind: 'bot', botId: 'helper' as BotId } as const
const toNight = { kind: 'other-group', groupId: group.groupId } as const
const menu: NavMenuPlan = {
  ...NO_NAV_MENU.draft,
  entries: [
    {
      id: 'n1' as never,
      title: '售后',
      items: [{ id: 'n2' as never, title: '夜班', action: { kind: 'person', target: group } }],
    },
  ],
}
const settings: NamingSettings = {
  organization: {
    language: 'zh-CN',
    reception: { ...RECEPTION_DEFAULTS, overflow: { web: [toNight] }, offHours: [bot] },
  },
  groups: [
    { name: '白班', botId: bot.botId, offHours: [toNight] },
    { name: '夜班', botId: null, offHours: null },
  ],
  rules: [
    { name: '大客户', receiver: group },
    { name: '新客户', receiver: bot },
  ],
  widgets: [
    { name: '官网', target: group, botId: bot.botId, routerId: 'desk' as RouterId },
    { name: '活动', target: { kind: 'agent', agentId: 'lin' as never }, botId: null, routerId: null },
  ],
  invitations: {
    rules: [
      {
        id: 'r1' as never,
        name: '看了很久',
        on: false,
        receiver: group,
        conditions: CONDITION_DEFAULTS,
        againMinutes: null,
        looks: LOOK_DEFAULTS,
      },
    ],
  },
  navMenus: [{ draft: menu, published: menu }],
}

const said = (what: Parameters<typeof usesOf>[0]): readonly string[] =>
  usesOf(what, settings).map(({ kind, name }) => `${kind} ${name}`.trim())

it('R-02-053 every place that sends customers to a group, a bot or a router is found, each once', () => {
  expect(said(group)).toEqual([
    'entry 官网',
    'group 白班',
    'rule 大客户',
    'invitation 看了很久',
    'menu 夜班',
    'overflow',
  ])
  expect(said(bot)).toEqual(['entry 官网', 'group 白班', 'rule 新客户', 'off-hours'])
  expect(said({ kind: 'router', routerId: 'desk' as RouterId })).toEqual(['entry 官网'])
  expect(said({ kind: 'group', groupId: 'day' as GroupId })).toEqual([])
})
