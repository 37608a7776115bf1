import { forcedLook, lookIn, USUAL_LOOK, type Look } from './look.ts'

const KEY = 'foyer.look'
const listeners = new Set<() => void>()
let current: Look | null = null

/**
 * The look before the client core has answered.
 *
 * The settings themselves are the agent's; this copy keeps the window from flashing white at every start and serves pages
 * that know no agent, so losing it, or a browser that forbids it, does not matter.
 */
export const firstLook = (): Look => {
  current ??= { ...USUAL_LOOK, ...lookIn(readKept()), ...forcedLook(window.location.search) }
  return current
}

/** Remembers a look. `chosen`: before anybody is signed in, for whoever signs in then. */
export const keepLook = (look: Partial<Look>, chosen = false): void => {
  const now = { ...firstLook(), ...look }
  const before = chosenLook()
  if (!chosen && Object.keys(before).length === 0 && isSame(now, firstLook())) return
  try {
    window.localStorage.setItem(
      KEY,
      JSON.stringify({ ...now, ...(chosen && { chosen: { ...before, ...look } }) }),
    )
  } catch {
    // Storage is forbidden or full: the next start looks as it does at first.
  }
  current = now
  for (const listener of [...listeners]) listener()
}

/** What was chosen before anybody was signed in, and belongs to whoever is signed in now. */
export const chosenLook = (): Partial<Look> => {
  const { chosen } = readKept()
  return typeof chosen === 'object' && chosen !== null ? lookIn({ ...chosen }) : {}
}

export const listenToLook = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const isSame = (one: Look, other: Look): boolean => JSON.stringify(one) === JSON.stringify(other)

const readKept = (): Readonly<Record<string, unknown>> => {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
