import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  AgentId,
  EndReason,
  GroupId,
  Session,
  SessionState,
  type SessionId,
  type Why,
} from '../../protocol/model/index.ts'
import { countsAsLoad, ENDS_FROM, NEXT_STATE, transition, type SessionEvent } from './transition.ts'

const NOW = 1_800_000_000_000
const agentId = AgentId.parse('agent-1')
const why: Why = { step: 'policy' }
const target = { kind: 'group', groupId: GroupId.parse('group-1') } as const

const sessionIn = (state: SessionState): Session => ({
  id: 'session-1' as SessionId,
  conversationId: 'conversation-1' as Session['conversationId'],
  customerId: 'customer-1' as Session['customerId'],
  channel: 'web',
  state,
  initiator: 'customer',
  target,
  handlerId: state === 'assigned' || state === 'active' || state === 'ended' ? agentId : null,
  priority: 0,
  why,
  requestedAt: NOW - 1000,
  pendingSince: state === 'pending' ? NOW - 500 : null,
  assignedAt: state === 'assigned' || state === 'active' ? NOW - 400 : null,
  firstReplyAt: state === 'active' ? NOW - 300 : null,
  endedAt: state === 'ended' ? NOW - 100 : null,
  endReason: state === 'ended' ? 'by-agent' : null,
  topicId: null,
  version: 3,
})

const EVENTS: readonly SessionEvent[] = [
  { kind: 'assign', agentId: AgentId.parse('agent-2'), why },
  { kind: 'queue', target, why },
  { kind: 'start', agentId, why },
  { kind: 'reply' },
  ...EndReason.options.map((reason) => ({ kind: 'end', reason }) as const),
]

describe('the life of a session', () => {
  for (const state of SessionState.options) {
    for (const event of EVENTS) {
      const reason = event.kind === 'end' ? ` ${event.reason}` : ''
      it(`R-02-140 … R-02-157 ${state} + ${event.kind}${reason}`, () => {
        const before = sessionIn(state)
        const result = transition(before, event, NOW)
        const next = NEXT_STATE[state][event.kind]
        const endsHere =
          event.kind !== 'end' || (ENDS_FROM[event.reason] as readonly SessionState[]).includes(state)
        if (next === null || !endsHere) {
          expect(result).toEqual({ ok: false, code: state === 'ended' ? 'session-ended' : 'session-changed' })
          return
        }
        if (!result.ok) throw new Error(result.code)
        expect(Session.parse(result.value)).toEqual(result.value)
        expect(result.value.state).toBe(next)
        expect(result.value.version).toBe(before.version + 1)
        expect(result.value.endedAt).toBe(next === 'ended' ? NOW : null)
        expect(result.value.pendingSince === null).toBe(next !== 'pending')
      })
    }
  }

  it('R-02-157 ended is final, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 20 }), (events) => {
        let session = sessionIn('requested')
        let ended = false
        for (const event of events) {
          const result = transition(session, event, NOW)
          expect(ended && result.ok).toBe(false)
          if (result.ok) session = result.value
          ended = session.state === 'ended'
          if (session.state === 'assigned' || session.state === 'active')
            expect(session.handlerId).not.toBeNull()
          if (session.state === 'requested' || session.state === 'pending')
            expect(session.handlerId).toBeNull()
        }
      }),
    )
  })

  it('R-02-009 counts as load while a routed session is assigned or active', () => {
    const counted = SessionState.options.filter((state) => countsAsLoad(sessionIn(state)))
    expect(counted).toEqual(['assigned', 'active'])
    expect(countsAsLoad({ ...sessionIn('active'), initiator: 'agent' })).toBe(false)
  })
})
