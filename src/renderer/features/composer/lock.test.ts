import { expect, it } from 'vitest'

import type { ConversationView } from '../../../client/api.ts'
import type { AgentId, Face, Me, Session } from '../../../protocol/model/index.ts'
import { lockOf } from './lock.ts'

const ME = 'me' as AgentId
const me = { agentId: ME, permissions: ['chat.external'] } as unknown as Me
const OPEN = { open: true, until: null, left: null } as const
const CLOSED = { open: false, why: 'time', since: 1 } as const
const view = (
  state: Session['state'] | null,
  handlerId: string | null = null,
  face: Face = { kind: 'organization' },
) =>
  ({
    session: state && { state, handlerId },
    conversation: { face },
    customer: { block: null },
  }) as unknown as ConversationView

it('a closed path locks the field, and what a colleague has stays theirs', () => {
  expect(lockOf(view(null), me, OPEN)).toBeNull()
  expect(lockOf(view(null), me, CLOSED)).toEqual({ reason: 'path-closed', path: CLOSED })
  expect(lockOf(view('ended', 'anna'), me, CLOSED)).toEqual({ reason: 'path-closed', path: CLOSED })
  expect(lockOf(view('active', ME), me, CLOSED)).toEqual({ reason: 'path-closed', path: CLOSED })
  expect(lockOf(view('active', 'anna'), me, CLOSED)).toEqual({ reason: 'other-agent', agentId: 'anna' })
  expect(lockOf(view('pending'), me, CLOSED)).toEqual({ reason: 'pending' })
})

it('R-02-119 nobody is offered to accept a customer who waits for one colleague, unless they may', () => {
  const waiting = view('pending')
  const target = { kind: 'agent', agentId: 'anna' }
  const forAnna = { ...waiting, session: { ...waiting.session, target } } as unknown as ConversationView
  expect(lockOf(forAnna, me, OPEN)).toEqual({ reason: 'pending-other', agentId: 'anna' })
  const permissions = ['chat.external', 'customer.config'] as const
  expect(lockOf(forAnna, { ...me, permissions: [...permissions] }, OPEN)).toEqual({ reason: 'pending' })
  expect(lockOf(forAnna, { ...me, agentId: 'anna' as AgentId }, OPEN)).toEqual({ reason: 'pending' })
})

it('who is blocked is not written to, whoever blocked them', () => {
  const block = { reason: '', at: 1, until: null, byId: ME }
  const blocked = { ...view('ended', ME), customer: { block } } as unknown as ConversationView
  expect(lockOf(blocked, me, OPEN)).toEqual({ reason: 'blocked', by: 'company' })
  expect(lockOf(view('ended', ME), me, OPEN, true)).toEqual({ reason: 'blocked', by: 'me' })
})

it("nobody writes with another agent's face", () => {
  const annas: Face = { kind: 'agent', agentId: 'anna' as AgentId }
  expect(lockOf(view(null, null, annas), me, OPEN)).toEqual({ reason: 'other-agent', agentId: 'anna' })
})
