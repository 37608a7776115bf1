import type { Presence } from '../../../protocol/model/index.ts'
import { useSetting } from '../settings/index.ts'

export const IDLE_MINUTES = [0, 5, 10, 15, 30] as const
export const IDLE_PRESENCES = ['suspended', 'busy', 'invisible'] as const

/** How an agent wants this device to behave. */
export interface Preferences {
  /** Without a touch for so long the presence changes by itself; 0: never (R-02-064). */
  readonly idleMinutes: (typeof IDLE_MINUTES)[number]
  readonly idlePresence: Extract<Presence, (typeof IDLE_PRESENCES)[number]>
  /** What tells of a customer who was given to this agent (R-02-094). */
  readonly soundOnArrival: boolean
  readonly flashOnArrival: boolean
  /** Whoever was given to somebody else, or whose session one ended, leaves the list (R-02-161). */
  readonly removeTransferred: boolean
  readonly removeEnded: boolean
}

export const PREFERENCES: Preferences = {
  idleMinutes: 5,
  idlePresence: 'suspended',
  soundOnArrival: true,
  flashOnArrival: true,
  removeTransferred: false,
  removeEnded: false,
}

/** What was saved, as far as this version understands it; undefined while it is being read. */
export const usePreferences = (): readonly [Preferences | undefined, (next: Preferences) => void] => {
  const [kept, keep] = useSetting('preferences')
  return [kept === undefined ? undefined : toPreferences(kept), keep]
}

/** A saved value may be of another version, or nothing at all. */
export const toPreferences = (value: unknown): Preferences => {
  const saved: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {}
  return {
    idleMinutes: IDLE_MINUTES.find((one) => one === saved['idleMinutes']) ?? PREFERENCES.idleMinutes,
    idlePresence: IDLE_PRESENCES.find((one) => one === saved['idlePresence']) ?? PREFERENCES.idlePresence,
    soundOnArrival: saved['soundOnArrival'] !== false,
    flashOnArrival: saved['flashOnArrival'] !== false,
    removeTransferred: saved['removeTransferred'] === true,
    removeEnded: saved['removeEnded'] === true,
  }
}
