import { describe, expect, it } from 'vitest'

import { RoutingRule, type RuleCondition, type TagId } from '../../../../protocol/model/index.ts'
import { CONDITION_KINDS, newCondition, newRule, problemOf, wordsOf } from './form.ts'

const rule = (...conditions: RuleCondition[]): RoutingRule => ({
  ...newRule('rule'),
  name: '售后',
  conditions,
})

describe('the form of a routing rule', () => {
  it('says what is missing before it is sent', () => {
    expect(problemOf({ ...rule(), name: ' ' })).toBe('name')
    expect(problemOf(newRule('rule'))).toBe('name')
    for (const on of CONDITION_KINDS) {
      const whole = ['known', 'open', 'sessions', 'time'].includes(on)
      const made = rule(newCondition(on))
      expect(problemOf(made)).toBe(whole ? null : 'condition')
      expect(RoutingRule.safeParse(made).success).toBe(whole)
    }
    expect(problemOf(rule({ on: 'tag', is: true, any: ['vip' as TagId] }))).toBeNull()
    expect(problemOf(rule({ on: 'words', is: true, words: ['长'.repeat(51)] }))).toBe('long')
  })

  it('reads words between commas of any kind', () => {
    expect(wordsOf(' 退款，refund、换货,, 退款')).toEqual(['退款', 'refund', '换货'])
  })
})
