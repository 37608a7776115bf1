import { expect, it } from 'vitest'

import type { AgentGreeting, AgentId, Greetings, Presence } from '../../protocol/model/index.ts'
import { greetedTwice, greetingFor } from './greetingFor.ts'

const ANNA = 'anna' as AgentId
const BO = 'bo' as AgentId
const own = { id: 'g-1', agentIds: [ANNA], online: '我是安娜', offline: '' } as unknown as AgentGreeting
const greetings: Greetings = {
  defaults: { online: '', offline: { 'zh-CN': '稍后回复您', en: 'We answer later' } },
  own: [own],
  version: 1,
}

it('R-02-171 online, suspended and busy greet as there; offline and invisible as away', () => {
  const said = (presence: Presence, online = true) => greetingFor(greetings, ANNA, { presence, online })
  for (const presence of ['online', 'suspended', 'busy'] as const) expect(said(presence)).toBe('我是安娜')
  for (const presence of ['invisible', 'offline'] as const)
    expect(said(presence)).toEqual(greetings.defaults.offline)
  expect(said('online', false)).toEqual(greetings.defaults.offline)
})

it('R-02-172 without an own text the company’s applies, and nothing is said where that is empty', () => {
  const there = { presence: 'online', online: true } as const
  expect(greetingFor(greetings, BO, there)).toBeNull()
  expect(greetingFor(greetings, BO, { ...there, online: false })).toEqual(greetings.defaults.offline)
  const blank = { ...greetings, own: [{ ...own, online: { 'zh-CN': ' ', en: '' } }] }
  expect(greetingFor(blank, ANNA, there)).toBeNull()
})

it('finds who would have two greetings', () => {
  expect(greetedTwice([own, { ...own, agentIds: [BO] }])).toBeUndefined()
  expect(greetedTwice([own, { ...own, agentIds: [BO, ANNA] }])).toBe(ANNA)
  expect(greetedTwice([{ ...own, agentIds: [ANNA, ANNA] }])).toBeUndefined()
})
