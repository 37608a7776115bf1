export const isMac = (): boolean => /mac|iphone|ipad/iu.test(navigator.platform)

/** What a key event has to say about a combination. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export const matches = (press: KeyPress, combination: string, mac: boolean): boolean => {
  const parts = combination.split('+')
  const key = parts.at(-1) ?? ''
  const mod = parts.includes('Mod')
  const alt = parts.includes('Alt')
  if (press.ctrlKey !== ((mod && !mac) || (alt && mac))) return false
  if (press.metaKey !== (mod && mac) || press.altKey !== alt) return false
  // A character that needs Shift, such as ?, says so itself.
  if (key.length > 1 || /[A-Z]/u.test(key)) {
    if (press.shiftKey !== parts.includes('Shift')) return false
  }
  // Letters and digits by place: with Option, or under an input method, `key` is something else.
  if (/^[A-Z]$/u.test(key)) return press.code === `Key${key}`
  return /^[0-9]$/u.test(key) && parts.length > 1 ? press.code === `Digit${key}` : press.key === key
}

/** The combination that was pressed, as it is written in the table; null while only Ctrl, Alt or the like are held. */
export const combinationOf = (press: KeyPress, mac: boolean): string | null => {
  if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Dead', 'Process'].includes(press.key)) return null
  const place = /^(?:Key|Digit)(.)$/u.exec(press.code)?.[1]
  const alt = mac ? press.altKey && press.ctrlKey : press.altKey
  const held = [
    ...((mac ? press.metaKey : press.ctrlKey) ? ['Mod'] : []),
    ...(alt ? ['Alt'] : []),
    // A character that needs Shift says so itself.
    ...(press.shiftKey && (place !== undefined || press.key.length > 1) ? ['Shift'] : []),
  ]
  const combination = [...held, place ?? press.key].join('+')
  // Whatever else was held is no part of any combination.
  return matches(press, combination, mac) ? combination : null
}

/** Why a combination cannot be given to an action; null: it can. Everywhere, no key may be what others type with. */
export const keyProblem = (combination: string, everywhere = false): 'browser' | 'types' | null => {
  if (KEPT_BY_BROWSERS.test(combination)) return 'browser'
  const parts = combination.split('+')
  const bare = !parts.includes('Mod') && !parts.includes('Alt')
  const free =
    /^F\d+$/u.test(parts.at(-1) ?? '') || (!everywhere && /^[^\p{Letter}\p{Number}\s]$/u.test(combination))
  return bare && !free ? 'types' : null
}

/** These never reach a page in a browser (R-03-192). */
const KEPT_BY_BROWSERS = /^(?:Mod\+(?:Shift\+)?[NTW]|Mod\+(?:Shift\+)?Tab|Mod\+[1-9])$/u

/** A combination as it is printed on this computer's keys. */
export const labelOf = (combination: string, mac: boolean = isMac()): string =>
  combination
    .split('+')
    .map((part) => NAMES[part]?.[mac ? 1 : 0] ?? part)
    .join(mac ? '' : '+')

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  Mod: ['Ctrl', '⌘'],
  Alt: ['Alt', '⌃⌥'],
  Shift: ['Shift', '⇧'],
  ArrowDown: ['↓', '↓'],
  ArrowUp: ['↑', '↑'],
  Escape: ['Esc', 'Esc'],
}
