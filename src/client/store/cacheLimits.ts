import type { CacheLimits } from '../api.ts'
import type { ClientPorts } from '../ports/index.ts'
import type { ReadDb } from './database.ts'
import { readSetting } from './settings.ts'

/** Under this key this device keeps what was chosen. */
export const CACHE_LIMITS = 'cache-limits'

const MB = 1024 * 1024
const GB = 1024 * MB

/**
 * What holds where nobody has chosen (R-06-176). A browser gives less room for pictures; text is small, and whoever works
 * in a browser wants to find last spring's words as fast as anybody else.
 */
const DEFAULTS: Readonly<Record<ClientPorts['device']['kind'], CacheLimits>> = {
  desktop: { mediaBytes: 10 * GB, textDays: 365 },
  web: { mediaBytes: 500 * MB, textDays: 365 },
}

export const readCacheLimits = (own: ReadDb, kind: ClientPorts['device']['kind']): CacheLimits => {
  const chosen = readSetting(own, CACHE_LIMITS)
  const known = typeof chosen === 'object' && chosen !== null ? (chosen as Partial<CacheLimits>) : {}
  const { mediaBytes, textDays } = DEFAULTS[kind]
  return {
    mediaBytes: isAmount(known.mediaBytes) ? known.mediaBytes : mediaBytes,
    textDays: isAmount(known.textDays) ? known.textDays : textDays,
  }
}

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0
