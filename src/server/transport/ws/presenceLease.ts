import type { Clock } from '../../../base/clock.ts'
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
  readonly clock: Clock
  readonly log: Logger
}

/** Agents within this time whose coming is told at once; of a crowd the others wait for its end and share a commit. */
const TOLD_AT_ONCE = 16
const GATHER_MS = 40

export const createPresenceLease = ({
  connected,
  disconnected,
  clock,
  log,
}: PresenceLeaseOptions): PresenceLease => {
  const counts = new Map<string, number>()
  const keyOf = (principal: AgentPrincipal): string => `${principal.organizationId}/${principal.agentId}`

  let came = 0
  let gathered: Promise<void> | undefined

  /**
   * After a restart everybody comes back at once. A commit for every few of them costs its own time, and the pages that
   * readers had in memory besides.
   */
  const crowd = async (): Promise<void> => {
    came += 1
    gathered ??= new Promise((resolve) => {
      clock.after(GATHER_MS, () => {
        came = 0
        gathered = undefined
        resolve()
      })
    })
    if (came > TOLD_AT_ONCE) await gathered
  }

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
      if (count === 0) {
        await crowd()
        await tell(connected, principal)
      }
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
