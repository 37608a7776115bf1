import { expect, it } from 'vitest'

import {
  NO_MESSAGE_FILTER,
  type AgentId,
  type Message,
  type MessageFilter,
} from '../../protocol/model/index.ts'
import { isWanted } from './isWanted.ts'

const ME = 'me' as AgentId
const message = (sender: object, kind = 'text', at = 100): Message =>
  ({ sender, body: { kind }, at }) as Message
const of = {
  customer: { kind: 'customer' },
  own: { kind: 'agent', agentId: ME },
  colleague: { kind: 'agent', agentId: 'x' },
}
const wants = (one: Message, filter: Partial<MessageFilter>, channel: 'web' | null = 'web'): boolean =>
  isWanted(one, channel, { ...NO_MESSAGE_FILTER, ...filter }, ME)

it('R-06-161 filters what was found by sender, channel, period and kind', () => {
  for (const sender of ['customer', 'own', 'colleague'] as const)
    expect(
      Object.entries(of).filter(([, from]) => wants(message(from), { sender })),
      sender,
    ).toEqual([[sender, of[sender]]])
  expect(wants(message(of.own, 'image'), { kind: 'image' })).toBe(true)
  expect(wants(message(of.own, 'image'), { kind: 'text' })).toBe(false)
  expect(wants(message(of.own), { since: 101 })).toBe(false)
  expect(wants(message(of.own), { since: 100 })).toBe(true)
  expect(wants(message(of.own), { channel: 'im' })).toBe(false)
  expect(wants(message(of.own), { channel: 'web' }, null)).toBe(false)
  expect(wants(message(of.own), {})).toBe(true)
})
