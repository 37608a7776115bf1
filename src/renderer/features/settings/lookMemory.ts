import { forcedLook, isLanguage, isThemeChoice, languageOf, type Look } from './look.ts'

const KEY = 'foyer.look'
const listeners = new Set<() => void>()
let current: Look | null = null

/**
 * The look before the client core has answered.
 *
 * The setting itself is the core's; this copy keeps the window from flashing white at every start and serves pages
 * that have no core, so losing it, or a browser that forbids it, does not matter.
 */
export const firstLook = (): Look => {
  current ??= readLook()
  return current
}

export const keepLook = (look: Partial<Look>): void => {
  try {
    window.localStorage.setItem(KEY, JSON.stringify({ ...readKept(), ...look }))
  } catch {
    // Storage is forbidden or full: the next start follows the system at first.
  }
  current = { ...firstLook(), ...look }
  for (const listener of [...listeners]) listener()
}

export const listenToLook = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const readLook = (): Look => {
  const kept = readKept()
  return {
    theme: isThemeChoice(kept['theme']) ? kept['theme'] : 'system',
    language: isLanguage(kept['language']) ? kept['language'] : languageOf(navigator.languages),
    ...forcedLook(window.location.search),
  }
}

const readKept = (): Readonly<Record<string, unknown>> => {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
