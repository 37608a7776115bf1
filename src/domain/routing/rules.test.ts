import { describe, expect, it } from 'vitest'

import type {
  AgentId,
  Arrival,
  RoutingRule,
  RoutingRuleId,
  RuleCondition,
  TagId,
  WidgetId,
} from '../../protocol/model/index.ts'
import { tryRules, type Moment } from './rules.ts'

const arrival: Arrival = {
  widgetId: 'shop' as WidgetId,
  channel: 'web',
  language: 'zh-CN',
  type: 'potential',
  ownership: 'owned',
  ownerId: 'agent-1' as AgentId,
  tagIds: ['vip' as TagId],
  region: '浙江杭州',
  source: { kind: 'campaign', host: 'www.example.com', words: '', campaign: { source: 'Spring-Sale' } },
  sessions: 2,
  known: true,
  text: '我要退款ＡＢＣ',
}
/** Saturday the 21st of November 2026, 20:00 in Shanghai. */
const moment: Moment = {
  at: Date.UTC(2026, 10, 21, 12),
  timeZone: 'Asia/Shanghai',
  hours: { week: [{ day: 6, from: 540, to: 1080 }], holidays: [], workingDays: [] },
}
const rule = (id: string, more: Partial<RoutingRule> = {}): RoutingRule => ({
  id: id as RoutingRuleId,
  name: id,
  on: true,
  match: 'all',
  conditions: [],
  receiver: null,
  priority: 0,
  ...more,
})

const TRUE: readonly RuleCondition[] = [
  { on: 'widget', is: true, any: ['other' as WidgetId, 'shop' as WidgetId] },
  { on: 'channel', is: true, any: ['web'] },
  { on: 'language', is: true, any: ['ZH'] },
  { on: 'type', is: true, any: ['potential', 'won'] },
  { on: 'ownership', is: true, any: ['owned'] },
  { on: 'owner', is: true, any: ['agent-1' as AgentId] },
  { on: 'tag', is: true, any: ['vip' as TagId] },
  { on: 'region', is: true, words: ['杭州'] },
  { on: 'source', is: true, any: ['campaign'] },
  { on: 'campaign', is: true, words: ['spring'] },
  { on: 'sessions', is: true, least: 2 },
  { on: 'known', is: true },
  { on: 'time', is: true, days: [6], from: 1200, to: 1201 },
  { on: 'time', is: true, days: [6], from: 1200, to: 60 },
  { on: 'words', is: true, words: ['发票', 'abc'] },
]
const FALSE: readonly RuleCondition[] = [
  { on: 'widget', is: true, any: ['other' as WidgetId] },
  { on: 'channel', is: true, any: ['im'] },
  { on: 'language', is: true, any: ['z', 'en'] },
  { on: 'type', is: true, any: ['won'] },
  { on: 'ownership', is: true, any: ['team-pool'] },
  { on: 'owner', is: true, any: ['agent-2' as AgentId] },
  { on: 'tag', is: true, any: ['new' as TagId] },
  { on: 'region', is: true, words: ['上海'] },
  { on: 'source', is: true, any: ['direct', 'search'] },
  { on: 'campaign', is: true, words: ['winter'] },
  { on: 'sessions', is: true, least: 3 },
  { on: 'open', is: true },
  { on: 'time', is: true, days: [7], from: 1200, to: 60 },
  { on: 'time', is: true, days: [6], from: 1201, to: 1300 },
  { on: 'words', is: true, words: ['发票'] },
]

describe('the rules of routing', () => {
  it.each(TRUE)('$on holds, and its opposite does not', (condition) => {
    expect(tryRules([rule('r', { conditions: [condition] })], arrival, moment).rule).not.toBeNull()
    const opposite = { ...condition, is: false }
    expect(tryRules([rule('r', { conditions: [opposite] })], arrival, moment).rule).toBeNull()
  })

  it.each(FALSE)('$on does not hold, and its opposite does', (condition) => {
    expect(tryRules([rule('r', { conditions: [condition] })], arrival, moment).rule).toBeNull()
    const opposite = { ...condition, is: false }
    expect(tryRules([rule('r', { conditions: [opposite] })], arrival, moment).rule).not.toBeNull()
  })

  it('R-02-083 the first that matches counts, those that are off are passed over, conditions are joined by all or any', () => {
    const [yes, no] = [TRUE[0], FALSE[0]]
    if (!yes || !no) throw new Error('no conditions')
    const rules = [
      rule('off', { on: false }),
      rule('all', { conditions: [yes, no] }),
      rule('any', { conditions: [no, yes], match: 'any', priority: 7 }),
      rule('everybody', { match: 'any' }),
    ]
    const { rule: found, tried } = tryRules(rules, arrival, moment)
    expect(found?.priority).toBe(7)
    expect(tried).toEqual([
      { ruleId: 'off', result: 'off', holds: [] },
      { ruleId: 'all', result: 'no', holds: [true, false] },
      { ruleId: 'any', result: 'yes', holds: [false, true] },
    ])
    expect(tryRules(rules.slice(3), arrival, moment).rule?.id).toBe('everybody')
  })

  it('a span over midnight belongs to the day on which it begins', () => {
    const night: RuleCondition = { on: 'time', is: true, days: [5], from: 1320, to: 360 }
    const at = (hour: number): Moment => ({ ...moment, at: Date.UTC(2026, 10, 20, hour) })
    const matches = (hour: number): boolean =>
      tryRules([rule('night', { conditions: [night] })], arrival, at(hour)).rule !== null
    // 22:00 on Friday, 05:00 and 06:00 on Saturday, 23:00 on Saturday.
    expect([14, 21, 22, 39].map(matches)).toEqual([true, true, false, false])
  })
})
