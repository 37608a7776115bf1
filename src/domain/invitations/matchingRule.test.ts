import { describe, expect, it } from 'vitest'

import {
  CONDITION_DEFAULTS,
  LOOK_DEFAULTS,
  type InvitationConditions,
  type InvitationRule,
} from '../../protocol/model/index.ts'
import { matchingRule, type VisitFacts } from './matchingRule.ts'

const ANY: InvitationConditions = { ...CONDITION_DEFAULTS, seconds: 0 }
const rule = (id: string, conditions: Partial<InvitationConditions> = {}, on = true): InvitationRule =>
  ({
    id,
    name: id,
    on,
    receiver: { kind: 'group', groupId: 'group' },
    conditions: { ...ANY, ...conditions },
    againMinutes: null,
    looks: LOOK_DEFAULTS,
  }) as unknown as InvitationRule
const facts: VisitFacts = {
  pageSince: 100_000,
  url: 'https://shop.example/Kettles/blue',
  mobile: false,
  visit: 2,
  pages: 3,
  source: 'search',
  known: false,
}
const chosen = (rules: readonly InvitationRule[], now = 100_000): string | undefined =>
  matchingRule(rules, facts, now).rule?.id

describe('R-02-241 the first invitation whose conditions all hold', () => {
  it('is the first in order; one that is switched off is passed over', () => {
    expect(chosen([rule('off', {}, false), rule('first'), rule('second')])).toBe('first')
    expect(chosen([])).toBeUndefined()
  })

  const lacking: readonly Partial<InvitationConditions>[] = [
    { device: 'mobile' },
    { visits: 3 },
    { pages: 4 },
    { address: '/cups' },
    { source: 'direct' },
    { customers: 'known' },
  ]
  it.each(lacking)('is none that lacks %o', (conditions) => {
    expect(chosen([rule('one', conditions)])).toBeUndefined()
  })

  it('is one with all of them', () => {
    const all = { device: 'desktop', visits: 2, pages: 3, address: '/kettles', source: 'search' } as const
    expect(chosen([rule('all', { ...all, customers: 'unknown' })])).toBe('all')
  })

  it('R-02-240 waits for the time on the page, and says when to look again', () => {
    const rules = [rule('late', { seconds: 30 }), rule('soon', { seconds: 10 })]
    expect(matchingRule(rules, facts, 109_999)).toEqual({ rule: null, lookAgainAt: 110_000 })
    expect(chosen(rules, 110_000)).toBe('soon')
    expect(chosen(rules, 130_000)).toBe('late')
    expect(matchingRule([rule('never', { visits: 9 })], facts, 0).lookAgainAt).toBeNull()
  })
})
