import { describe, expect, it } from 'vitest'

import {
  GROUP_DEFAULTS,
  OFF_HOURS_DEFAULT,
  OVERFLOW_DEFAULT,
  RECEPTION_DEFAULTS,
  type BusinessHours,
  type GroupId,
  type Measure,
} from '../../protocol/model/index.ts'
import { answerBy, closedNow, groupsNamed, overflowOf } from './measures.ts'

const kinds = (measures: readonly Measure[]): string[] => measures.map(({ kind }) => kind)
const OWN: Measure[] = [{ kind: 'text', text: '请稍候' }, { kind: 'random-member' }, { kind: 'pending-pool' }]

describe('R-02-100 R-02-101 what is tried when nobody can receive', () => {
  it.each([
    ['the usual order', true, undefined, ['emergency-agent', 'pending-pool', 'leave-message']],
    ['without a pool', false, undefined, ['emergency-agent', 'random-member', 'leave-message']],
    ['as the company says', true, OWN, ['text', 'random-member', 'pending-pool']],
    ['as it says, without a pool', false, OWN, ['text', 'random-member']],
    ['nothing at all', true, [], []],
  ])('%s', (_name, pool, web, expected) => {
    expect(kinds(overflowOf({ pool, overflow: web ? { web } : {} }, 'web'))).toEqual(expected)
  })

  it('each channel has its own list', () => {
    const settings = { pool: true, overflow: { web: OWN } }
    expect(overflowOf(settings, 'im')).toEqual(OVERFLOW_DEFAULT)
  })
})

describe('R-02-181 outside business hours', () => {
  const hours: BusinessHours = { week: [{ day: 1, from: 540, to: 1080 }], holidays: [], workingDays: [] }
  const always: BusinessHours = {
    week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 0, to: 1440 })),
    holidays: [],
    workingDays: [],
  }
  const organization = { timeZone: 'Asia/Shanghai', reception: { ...RECEPTION_DEFAULTS, hours } }
  const sunday = Date.parse('2026-11-22T10:00+08:00')
  const monday = Date.parse('2026-11-23T09:00+08:00')

  it('a group follows the company unless it has hours or a plan of its own', () => {
    const plain = { ...GROUP_DEFAULTS }
    expect(closedNow(organization, plain, monday)).toBeNull()
    expect(closedNow(organization, plain, sunday)).toEqual({ opensAt: monday, plan: OFF_HOURS_DEFAULT })
    expect(closedNow(organization, { ...plain, hours: always }, sunday)).toBeNull()
    const own = { ...plain, offHours: [{ kind: 'pending-pool' } as const] }
    expect(closedNow(organization, own, sunday)?.plan).toEqual(own.offHours)
    expect(closedNow({ ...organization, reception: RECEPTION_DEFAULTS }, plain, sunday)).toBeNull()
  })

  it('R-18-022 the promised time begins when somebody is there', () => {
    const hour = 3_600_000
    expect(answerBy(organization, undefined, sunday)).toBe(monday + 24 * hour)
    expect(answerBy(organization, undefined, monday)).toBe(monday + 24 * hour)
  })
})

it('names the groups that are sent customers', () => {
  const group = 'group-1' as GroupId
  expect(groupsNamed([null, OWN, [{ kind: 'other-group', groupId: group }]])).toEqual([group])
})
