import { expect, it } from 'vitest'

import type { ConversationView } from '../../../client/api.ts'
import type { AgentId, Face, Me, Session } from '../../../protocol/model/index.ts'
import { lockOf } from './lock.ts'

const ME = 'me' as AgentId
const me = { agentId: ME, permissions: ['chat.external'] } as unknown as Me
const OPEN = { open: true, until: null } as const
const CLOSED = { open: false, since: 1 } as const
const view = (
  state: Session['state'] | null,
  handlerId: string | null = null,
  face: Face = { kind: 'organization' },
) =>
  ({
    session: state && { state, handlerId },
    conversation: { face },
  }) as unknown as ConversationView

it('a closed path locks the field, and what a colleague has stays theirs', () => {
  expect(lockOf(view(null), me, OPEN)).toBeNull()
  expect(lockOf(view(null), me, CLOSED)).toEqual({ reason: 'path-closed' })
  expect(lockOf(view('ended', 'anna'), me, CLOSED)).toEqual({ reason: 'path-closed' })
  expect(lockOf(view('active', ME), me, CLOSED)).toEqual({ reason: 'path-closed' })
  expect(lockOf(view('active', 'anna'), me, CLOSED)).toEqual({ reason: 'other-agent', agentId: 'anna' })
  expect(lockOf(view('pending'), me, CLOSED)).toEqual({ reason: 'pending' })
})

it("nobody writes with another agent's face", () => {
  const annas: Face = { kind: 'agent', agentId: 'anna' as AgentId }
  expect(lockOf(view(null, null, annas), me, OPEN)).toEqual({ reason: 'other-agent', agentId: 'anna' })
})
