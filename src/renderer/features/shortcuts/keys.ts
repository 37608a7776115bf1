/**
 * Every key of the workbench, in one table.
 *
 * `Mod` is ⌘ on a Mac and Ctrl elsewhere; `Alt` is Ctrl+Option on a Mac, where Option alone types letters. None of
 * them is a combination browsers keep for themselves (R-03-192).
 */
export const KEYS = {
  search: ['Mod+K'],
  cheatSheet: ['?', 'Mod+/'],
  nextConversation: ['Alt+ArrowDown'],
  previousConversation: ['Alt+ArrowUp'],
  nextWaiting: ['Alt+N'],
  toggleTab: ['Alt+Q'],
  acceptNext: ['Alt+A', 'Mod+Shift+A'],
  pool: ['Alt+W'],
  endSession: ['Alt+E'],
  transfer: ['Alt+T'],
  topic: ['Alt+M'],
  pin: ['Alt+P'],
  profile: ['Alt+R'],
  tags: ['Alt+G'],
  reception: ['Alt+O'],
  presence: ['Alt+X'],
  undo: ['Alt+Z'],
  nextArea: ['F6'],
  back: ['Escape'],
  send: ['Enter'],
  newLine: ['Mod+Enter', 'Shift+Enter'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ShortcutName = keyof typeof KEYS

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
  // Letters by place: with Option, or under an input method, `key` is something else.
  return /^[A-Z]$/u.test(key) ? press.code === `Key${key}` : press.key === key
}

/** The combination as it is printed on this computer's keys. */
export const keyLabel = (name: ShortcutName, mac: boolean = isMac()): string => labelOf(KEYS[name][0], mac)

export const keyLabels = (name: ShortcutName, mac: boolean = isMac()): readonly string[] =>
  KEYS[name].map((combination) => labelOf(combination, mac))

const labelOf = (combination: string, mac: boolean): string =>
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
