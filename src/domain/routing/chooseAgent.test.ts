import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { AgentId, RoutingPolicy } from '../../protocol/model/index.ts'
import { chooseAgent, type Candidate } from './chooseAgent.ts'

const candidate = (number: number, load: number, capacity: number, lastAssignedAt = 0): Candidate => ({
  agentId: `agent-${number}` as AgentId,
  number,
  load,
  capacity,
  lastAssignedAt,
})

const anyCandidates = fc
  .array(
    fc.record({ load: fc.nat(25), capacity: fc.integer({ min: 1, max: 20 }), lastAssignedAt: fc.nat(5) }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((row, index) => candidate(index + 1, row.load, row.capacity, row.lastAssignedAt)))
const anyPolicy = fc.constantFrom<RoutingPolicy>('idle-rate', 'least-load')

describe('choosing an agent', () => {
  it('R-02-088 idle rate: the largest free part; least load: the smallest load', () => {
    const a = candidate(1, 4, 10)
    const b = candidate(2, 10, 20)
    const c = candidate(3, 3, 4)
    expect(chooseAgent([b, a, c], 'idle-rate')?.agentId).toBe('agent-1')
    expect(chooseAgent([b, a, c], 'least-load')?.agentId).toBe('agent-3')
  })

  it('R-02-089 a tie goes to the longest without a session, then to the lower number', () => {
    expect(chooseAgent([candidate(1, 1, 10, 9), candidate(2, 1, 10, 5)], 'least-load')?.agentId).toBe(
      'agent-2',
    )
    expect(chooseAgent([candidate(2, 2, 10, 5), candidate(1, 1, 5, 5)], 'idle-rate')?.agentId).toBe('agent-1')
  })

  it('R-02-092 says which step and which figures decided', () => {
    expect(chooseAgent([candidate(1, 4, 10), candidate(2, 5, 5)], 'least-load')?.why).toEqual({
      step: 'policy',
      policy: 'least-load',
      load: 4,
      capacity: 10,
      candidates: 1,
    })
  })

  it('R-02-006 never chooses somebody who is full, and always somebody if anybody is free', () => {
    fc.assert(
      fc.property(anyCandidates, anyPolicy, (candidates, policy) => {
        const choice = chooseAgent(candidates, policy)
        const free = candidates.filter(({ load, capacity }) => load < capacity)
        expect(choice === null).toBe(free.length === 0)
        if (choice) expect(free.map(({ agentId }) => agentId)).toContain(choice.agentId)
      }),
    )
  })

  it('R-02-089 does not depend on the order in which the candidates are listed', () => {
    fc.assert(
      fc.property(anyCandidates, anyPolicy, fc.infiniteStream(fc.nat(100)), (candidates, policy, keys) => {
        const shuffled = candidates
          .map((row) => ({ row, key: keys.next().value }))
          .toSorted((x, y) => x.key - y.key)
          .map(({ row }) => row)
        expect(chooseAgent(shuffled, policy)).toEqual(chooseAgent(candidates, policy))
      }),
    )
  })
})
