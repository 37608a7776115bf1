import { expect, it } from 'vitest'

import type { AgentId, SessionId } from '../../protocol/model/index.ts'
import { canBeSent, transferForm, transferredIn } from './transferForm.ts'

const ID = 'session-1' as SessionId
const ME = 'agent-1' as AgentId
const OTHER = 'agent-2' as AgentId

it('a form of a transfer names its session, and no other form does', () => {
  expect(transferredIn(transferForm(ID, false))).toBe(ID)
  expect(transferredIn(transferForm(ID, true))).toBe(ID)
  expect(transferredIn(`block ${ID}`)).toBeNull()
})

it('an agent gives away what is their own, a supervisor also what is not, and nobody what is over', () => {
  const [own, forced] = [transferForm(ID, false), transferForm(ID, true)]
  const active = (handlerId: AgentId) => ({ state: 'active', handlerId }) as const
  expect(canBeSent(own, active(ME), ME)).toBe(true)
  expect(canBeSent(own, active(OTHER), ME)).toBe(false)
  expect(canBeSent(forced, active(OTHER), ME)).toBe(true)
  for (const form of [own, forced]) {
    expect(canBeSent(form, { state: 'ended', handlerId: ME }, ME)).toBe(false)
    expect(canBeSent(form, null, ME)).toBe(false)
  }
})
