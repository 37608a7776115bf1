import { expect, it } from 'vitest'

import type { Session } from '../../protocol/model/index.ts'
import { idleEndAt, UNANSWERED_END_MS } from './idleEnd.ts'

const IDLE_END_MS = 30 * 60_000
const session = { state: 'active', requestedAt: 1000 } as Session

it('R-02-154 half an hour after the last word of the handler', () => {
  expect(idleEndAt(session, { agentAt: 5000, customerAt: 4000 }, IDLE_END_MS)).toBe(5000 + IDLE_END_MS)
})

it('R-02-158 a day after a question that nobody answered', () => {
  expect(idleEndAt(session, { agentAt: 4000, customerAt: 5000 }, IDLE_END_MS)).toBe(5000 + UNANSWERED_END_MS)
})

it('an answer in an earlier session is none in this one', () => {
  expect(idleEndAt(session, { agentAt: 500, customerAt: 400 }, IDLE_END_MS)).toBe(1000 + UNANSWERED_END_MS)
})

it('R-02-127 what waits in the pool never expires', () => {
  expect(
    idleEndAt({ ...session, state: 'pending' }, { agentAt: null, customerAt: 1000 }, IDLE_END_MS),
  ).toBeNull()
})
