import { expect, it } from 'vitest'

import type { Agent, AgentGreeting, AgentId, GreetingId } from '../../../../protocol/model/index.ts'
import { choosable, problemOf, withGreeting } from './form.ts'

const greeting = (id: string, ...agents: string[]): AgentGreeting => ({
  id: id as GreetingId,
  agentIds: agents as AgentId[],
  online: '您好，我是陈涵',
  offline: '',
})

it('R-02-170 a greeting is for one or several agents, each text of at most 100 characters, and nobody has two', () => {
  const form = withGreeting({ defaults: { online: '', offline: '' }, own: [] }, greeting('one', 'a', 'b'))
  const agents = ['a', 'b', 'c'].map((id) => ({ id }) as Agent)
  const [first] = form.own
  if (!first) throw new Error('the greeting was just added')
  expect(choosable(agents, form.own, first.id)).toHaveLength(3)
  expect(choosable(agents, form.own, 'two' as GreetingId).map(({ id }) => id)).toEqual(['c'])
  expect(withGreeting(form, { ...first, offline: '稍后回复' }).own).toEqual([
    { ...first, offline: '稍后回复' },
  ])

  expect(problemOf(first)).toBeNull()
  expect(problemOf(greeting('one'))).toBe('agents')
  expect(problemOf({ ...first, online: ' ' })).toBe('empty')
  expect(problemOf({ ...first, online: '长'.repeat(100) })).toBeNull()
  expect(problemOf({ ...first, online: { 'zh-CN': '您好', en: 'x'.repeat(201) } })).toBe('long')
})
