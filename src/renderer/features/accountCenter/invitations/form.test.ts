import { expect, it } from 'vitest'

import { InvitationRule, type GroupId } from '../../../../protocol/model/index.ts'
import { newRule, problemsOf, ruleFormOf, ruleOf, type RuleForm } from './form.ts'

const rule = (id: string): InvitationRule => ({ ...newRule(id, 'main' as GroupId), name: id })
const form = (more: Partial<RuleForm> = {}): RuleForm => ({ ...ruleFormOf(rule('one')), ...more })

it('gives back what it was made from, and what can be saved', () => {
  const made = { ...rule('one'), againMinutes: 30 }
  expect(ruleOf(ruleFormOf(made))).toEqual(made)
  expect(InvitationRule.safeParse(ruleOf(form({ name: ' 水壶 ' })))).toMatchObject({
    success: true,
    data: { name: '水壶', againMinutes: null },
  })
})

it('says what is wrong before it is sent', () => {
  expect(problemsOf(form())).toEqual([])
  expect(problemsOf(form({ name: ' ' }))).toEqual(['name'])
  for (const seconds of ['', 'x', '3601', '-1', '1.5']) {
    expect(problemsOf(form({ conditions: { ...form().conditions, seconds } }))).toEqual(['seconds'])
  }
  expect(problemsOf(form({ again: true, againMinutes: '0' }))).toEqual(['again'])
  expect(problemsOf(form({ again: false, againMinutes: '0' }))).toEqual([])
  const { desktop, mobile } = form().looks
  expect(problemsOf(form({ looks: { mobile, desktop: { ...desktop, title: '长'.repeat(41) } } }))).toEqual([
    'long',
  ])
})
