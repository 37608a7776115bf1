import { expect, it } from 'vitest'

import { receiverOf, receiverText, targetOf } from './receivers.ts'

it('keeps a receiver through a choice', () => {
  for (const text of ['group:g', 'agent:a', 'bot:b', '']) expect(receiverText(receiverOf(text))).toBe(text)
  expect(targetOf('agent:a')).toEqual({ kind: 'agent', agentId: 'a' })
  expect(targetOf('bot:b')).toBeNull()
})
