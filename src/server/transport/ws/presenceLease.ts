import type { Clock } from '../../../base/clock.ts'
import type { Logger } from '../../../base/logger.ts'
import type { AgentDevice } from '../../../protocol/model/index.ts'
import type { AgentPrincipal } from '../../engine/types.ts'

/** Tells the engine when an agent's first connection comes, from what kind of device, and when the last one goes. */
export interface PresenceLease {
  /** Resolves when the engine knows; the function returned gives the connection back. */
  take(principal: AgentPrincipal, device: AgentDevice): Promise<() => void>
  count(principal: AgentPrincipal): number
}

export interface PresenceLeaseOptions {
  /** Told again when the device becomes another: a computer counts for more than a mobile (R-02-060). */
  readonly connected: (principal: AgentPrincipal, device: AgentDevice) => Promise<unknown>
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
  const held = new Map<string, Record<AgentDevice, number>>()
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
  const tell = async (principal: AgentPrincipal): Promise<void> => {
    // As it is now: somebody else's connection may have come while this one waited.
    const device = deviceOf(held.get(keyOf(principal)))
    try {
      await (device ? connected(principal, device) : disconnected(principal))
    } catch (error) {
      log.warn('presence not stored', { agentId: principal.agentId, error })
    }
  }

  return {
    take: async (principal, device) => {
      const key = keyOf(principal)
      const counts = held.get(key) ?? { computer: 0, mobile: 0 }
      const before = deviceOf(counts)
      counts[device] += 1
      held.set(key, counts)
      if (!before) await crowd()
      if (before !== deviceOf(counts)) await tell(principal)
      let holds = true
      return () => {
        if (!holds) return
        holds = false
        const was = deviceOf(counts)
        counts[device] -= 1
        const left = deviceOf(counts)
        if (!left) held.delete(key)
        if (was !== left) void tell(principal)
      }
    },
    count: (principal) => {
      const counts = held.get(keyOf(principal))
      return counts ? counts.computer + counts.mobile : 0
    },
  }
}

const deviceOf = (counts: Readonly<Record<AgentDevice, number>> | undefined): AgentDevice | undefined => {
  if (!counts) return undefined
  return counts.computer > 0 ? 'computer' : counts.mobile > 0 ? 'mobile' : undefined
}
