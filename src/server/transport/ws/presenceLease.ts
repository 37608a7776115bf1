import type { Clock } from '../../../base/clock.ts'
import type { Logger } from '../../../base/logger.ts'
import type { AgentDevice, IdlePresence } from '../../../protocol/model/index.ts'
import type { AgentPrincipal } from '../../engine/types.ts'

/** How an agent is connected, all devices taken together. */
export interface Attendance {
  /** A computer counts for more than a mobile (R-02-060). */
  readonly device: AgentDevice
  /** What they are to be while nobody is at any of their devices; not there: somebody is (R-02-064). */
  readonly idle: IdlePresence | undefined
}

/** One connection's part of it. */
export interface Lease {
  /** Nobody is at this device, or with undefined somebody is again. */
  readonly rest: (idle: IdlePresence | undefined) => void
  readonly giveBack: () => void
}

/** Tells the engine when an agent's first connection comes, how they are there, and when the last one goes. */
export interface PresenceLease {
  /** Resolves when the engine knows. */
  take(principal: AgentPrincipal, attendance: Attendance): Promise<Lease>
  count(principal: AgentPrincipal): number
}

export interface PresenceLeaseOptions {
  /** Told again whenever it becomes another. */
  readonly connected: (principal: AgentPrincipal, attendance: Attendance) => Promise<unknown>
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
  /** By agent their connections; who went idle last is the last. */
  const held = new Map<string, Set<{ attendance: Attendance }>>()
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
    const now = together(held.get(keyOf(principal)))
    try {
      await (now ? connected(principal, now) : disconnected(principal))
    } catch (error) {
      log.warn('presence not stored', { agentId: principal.agentId, error })
    }
  }

  return {
    take: async (principal, attendance) => {
      const key = keyOf(principal)
      const all = held.get(key) ?? new Set()
      const mine = { attendance }
      const before = together(all)
      held.set(key, all.add(mine))
      if (!before) await crowd()
      if (isOther(before, together(all))) await tell(principal)
      const change = (apply: () => void): void => {
        const was = together(all)
        apply()
        if (isOther(was, together(all))) void tell(principal)
      }
      return {
        rest: (idle) => {
          if (!all.has(mine)) return
          change(() => {
            mine.attendance = { ...mine.attendance, idle }
            all.delete(mine)
            all.add(mine)
          })
        },
        giveBack: () => {
          change(() => {
            all.delete(mine)
            if (all.size === 0 && held.get(key) === all) held.delete(key)
          })
        },
      }
    },
    count: (principal) => held.get(keyOf(principal))?.size ?? 0,
  }
}

/** Undefined: not connected. */
const together = (all: Iterable<{ readonly attendance: Attendance }> = []): Attendance | undefined => {
  const each = [...all].map(({ attendance }) => attendance)
  if (each.length === 0) return undefined
  return {
    device: each.some(({ device }) => device === 'computer') ? 'computer' : 'mobile',
    idle: each.some(({ idle }) => idle === undefined) ? undefined : each.at(-1)?.idle,
  }
}

const isOther = (before: Attendance | undefined, now: Attendance | undefined): boolean =>
  before?.device !== now?.device || before?.idle !== now?.idle || !before !== !now
