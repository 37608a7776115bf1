import type { AgentId, RoutingPolicy, Why } from '../../protocol/model/index.ts'

/** An agent who could receive, with the figures that decide. */
export interface Candidate {
  readonly agentId: AgentId
  readonly number: number
  readonly load: number
  readonly capacity: number
  readonly lastAssignedAt: number
}

export interface Choice {
  readonly agentId: AgentId
  readonly why: Why
}

/**
 * Step 8 of routing: one of several receivable agents, and why.
 *
 * Whoever is full is skipped whatever the caller believes: automatic assignment never lifts a load above the capacity
 * (R-02-006). Equal figures: the longest without a new session, then the lower number (R-02-089).
 */
export const chooseAgent = (candidates: readonly Candidate[], policy: RoutingPolicy): Choice | null => {
  const free = candidates.filter((candidate) => candidate.load < candidate.capacity)
  let best: Candidate | undefined
  for (const candidate of free) {
    if (!best || compare(candidate, best, policy) < 0) best = candidate
  }
  if (!best) return null
  return {
    agentId: best.agentId,
    why: {
      step: 'policy',
      policy,
      load: best.load,
      capacity: best.capacity,
      candidates: free.length,
    },
  }
}

const compare = (a: Candidate, b: Candidate, policy: RoutingPolicy): number =>
  byPolicy(a, b, policy) || a.lastAssignedAt - b.lastAssignedAt || a.number - b.number

const byPolicy = (a: Candidate, b: Candidate, policy: RoutingPolicy): number => {
  switch (policy) {
    case 'least-load':
      return a.load - b.load
    case 'idle-rate':
      // (capacity − load) / capacity, the larger first; multiplied out, so that equal rates are equal.
      return (b.capacity - b.load) * a.capacity - (a.capacity - a.load) * b.capacity
  }
}
