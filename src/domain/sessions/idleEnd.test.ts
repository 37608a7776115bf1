import { expect, it } from 'vitest'

import type { Session } from '../../protocol/model/index.ts'
import { idleEndOf, UNANSWERED_END_MS } from './idleEnd.ts'

const IDLE_END_MS = 30 * 60_000
const session = { state: 'active', requestedAt: 1000 } as Session

it('R-02-154 half an hour after the last word of the handler', () => {
  const words = { agentAt: 5000, customerAt: 4000 }
  expect(idleEndOf(session, words, IDLE_END_MS)).toEqual({ at: 5000 + IDLE_END_MS, unanswered: false })
})

it('R-02-158 a day after a question that nobody answered', () => {
  const words = { agentAt: 4000, customerAt: 5000 }
  expect(idleEndOf(session, words, IDLE_END_MS)).toEqual({ at: 5000 + UNANSWERED_END_MS, unanswered: true })
})

it('an answer in an earlier session is none in this one', () => {
  const words = { agentAt: 500, customerAt: 400 }
  expect(idleEndOf(session, words, IDLE_END_MS)).toEqual({ at: 1000 + UNANSWERED_END_MS, unanswered: true })
})

it('R-02-127 what waits in the pool never expires', () => {
  const pending = { ...session, state: 'pending' } as const
  expect(idleEndOf(pending, { agentAt: null, customerAt: 1000 }, IDLE_END_MS)).toBeNull()
})
