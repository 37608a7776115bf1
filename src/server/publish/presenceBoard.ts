import type { Clock } from '../../base/clock.ts'
import type { AgentPresence } from '../../protocol/model/index.ts'
import type { AgentFollower } from './agentFollower.ts'

/** Changes within this time travel together: at the start of a shift everybody's presence changes at once. */
const GATHER_MS = 100

/** Tells the connected agents of one organisation about each other. */
export interface PresenceBoard {
  changed(agents: readonly AgentPresence[]): void
  sendAll(follower: AgentFollower, agents: readonly AgentPresence[]): void
  stop(): void
}

export const createPresenceBoard = (
  clock: Clock,
  followers: () => Iterable<AgentFollower>,
): PresenceBoard => {
  const waiting = new Map<string, AgentPresence>()
  let cancel: (() => void) | undefined

  const flush = (): void => {
    cancel = undefined
    const agents = [...waiting.values()]
    waiting.clear()
    const hidden = agents.some(({ presence }) => presence === 'invisible')
    const shared = frame(agents.map(outward))
    for (const follower of followers()) {
      follower.outlet.send(hidden ? frame(agents.map((agent) => seenBy(follower, agent))) : shared)
    }
  }

  return {
    changed: (agents) => {
      for (const agent of agents) waiting.set(agent.agentId, agent)
      cancel ??= clock.after(GATHER_MS, flush)
    },
    sendAll: (follower, agents) => {
      follower.outlet.send(frame(agents.map((agent) => seenBy(follower, agent))))
    },
    stop: () => cancel?.(),
  }
}

const frame = (agents: readonly AgentPresence[]): string => JSON.stringify({ t: 'presence', agents })

/** Invisible means offline to everybody else. */
const outward = (agent: AgentPresence): AgentPresence =>
  agent.presence === 'invisible' ? { ...agent, presence: 'offline' } : agent

const seenBy = (follower: AgentFollower, agent: AgentPresence): AgentPresence =>
  agent.agentId === follower.principal.agentId ? agent : outward(agent)
