/** Keys that are heard while another program has the keyboard (R-03-190). */
import { globalShortcut } from 'electron'

import type { SystemKeyName, SystemKeys } from '../../preload/contract.ts'

/** A combination of the table of actions as Electron writes it; on a Mac `Alt` means Ctrl and Option there. */
export const acceleratorOf = (combination: string, mac: boolean): string =>
  combination
    // The plus itself is a key, too.
    .split(/\+(?!$)/u)
    .map((part) => (part === 'Alt' && mac ? 'Control+Alt' : (NAMES[part] ?? part)))
    .join('+')

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
}

/** Takes these keys and gives the former ones back. Answers with the names of those that belong to another program. */
export const takeSystemKeys = (
  keys: SystemKeys,
  onKey: (name: SystemKeyName) => void,
): readonly SystemKeyName[] => {
  globalShortcut.unregisterAll()
  const mac = process.platform === 'darwin'
  return (Object.keys(keys) as SystemKeyName[]).filter(
    (name) => !keys[name].every((combination) => taken(acceleratorOf(combination, mac), () => onKey(name))),
  )
}

const taken = (accelerator: string, onPressed: () => void): boolean => {
  try {
    return globalShortcut.register(accelerator, onPressed)
  } catch {
    // A key that Electron has no name for.
    return false
  }
}
