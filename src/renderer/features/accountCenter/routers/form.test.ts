import { expect, it } from 'vitest'

import { RouterPlan } from '../../../../protocol/model/index.ts'
import { formOf, planOf, problemOf, type RouterForm } from './form.ts'

const form = (more: Partial<RouterForm> = {}): RouterForm => ({
  ...formOf(null),
  name: ' 工单系统 ',
  url: ' https://router.example.com/route ',
  ...more,
})

it('says what is wrong before it is sent, and what it lets through can be saved', () => {
  const cases: readonly (readonly [Partial<RouterForm>, ReturnType<typeof problemOf>])[] = [
    [{}, null],
    [{ limitMs: '200' }, null],
    [{ limitMs: '3000' }, null],
    [{ name: ' ' }, 'name'],
    [{ name: '长'.repeat(31) }, 'name'],
    [{ url: 'router.example.com' }, 'url'],
    [{ url: 'ftp://router.example.com' }, 'url'],
    [{ url: `https://router.example.com/${'x'.repeat(500)}` }, 'url'],
    [{ limitMs: '199' }, 'limitMs'],
    [{ limitMs: '3001' }, 'limitMs'],
    [{ limitMs: '1 s' }, 'limitMs'],
  ]
  for (const [more, problem] of cases) {
    expect(problemOf(form(more))).toBe(problem)
    const { id: _id, renewSecret: _renew, ...plan } = planOf(form(more))
    if (!problem) expect(RouterPlan.safeParse(plan).success).toBe(true)
  }
})
