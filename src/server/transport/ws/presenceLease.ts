import type { Logger } from '../../../base/logger.ts'
import type { AgentPrincipal } from '../../engine/types.ts'

/** Tells the engine when an agent's first connection comes and when the last one goes. */
export interface PresenceLease {
  /** Resolves when the engine knows; the function returned gives the connection back. */
  take(principal: AgentPrincipal): Promise<() => void>
  count(principal: AgentPrincipal): number
}

export interface PresenceLeaseOptions {
  readonly connected: (principal: AgentPrincipal) => Promise<unknown>
  readonly disconnected: (principal: AgentPrincipal) => Promise<unknown>
  readonly log: Logger
}

export const createPresenceLease = ({
  connected,
  disconnected,
  log,
}: PresenceLeaseOptions): PresenceLease => {
  const counts = new Map<string, number>()
  const keyOf = (principal: AgentPrincipal): string => `${principal.organizationId}/${principal.agentId}`

  // A full disk must not keep agents from reading: being connected counts more than being seen as such.
  const tell = async (
    what: (principal: AgentPrincipal) => Promise<unknown>,
    principal: AgentPrincipal,
  ): Promise<void> => {
    try {
      await what(principal)
    } catch (error) {
      log.warn('presence not stored', { agentId: principal.agentId, error })
    }
  }

  return {
    take: async (principal) => {
      const key = keyOf(principal)
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      if (count === 0) await tell(connected, principal)
      let held = true
      return () => {
        if (!held) return
        held = false
        const left = (counts.get(key) ?? 1) - 1
        if (left > 0) counts.set(key, left)
        else {
          counts.delete(key)
          void tell(disconnected, principal)
        }
      }
    },
    count: (principal) => counts.get(keyOf(principal)) ?? 0,
  }
}
