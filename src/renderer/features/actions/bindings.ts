import { create } from 'zustand'

import type { HotKeys } from '../../../protocol/model/index.ts'
import { ACTION_NAMES, actionOf, isMacro, type ActionName, type KeyedName } from './actions.ts'
import { labelOf } from './keys.ts'

/** Which key sends a message. */
export type SendKey = 'enter' | 'mod-enter'

const useStore = create<{ readonly own: HotKeys; readonly sendKey: SendKey }>()(() => ({
  own: {},
  sendKey: 'enter',
}))

/** The keys of an action or a macro as they are now. */
export const keysOf = (name: KeyedName, own: HotKeys = useStore.getState().own): readonly string[] =>
  own[name] ?? (isMacro(name) ? [] : usualKeysOf(name))

/** What sends and what breaks the line change places by a setting of their own (R-06-070). */
const usualKeysOf = (name: ActionName): readonly string[] => {
  if (useStore.getState().sendKey === 'enter') return actionOf(name).keys
  if (name === 'send') return ['Mod+Enter']
  return name === 'newLine' ? ['Enter', 'Shift+Enter'] : actionOf(name).keys
}

/** Whatever may have keys now. */
export const keyedNames = (own: HotKeys = useStore.getState().own): readonly KeyedName[] => [
  ...ACTION_NAMES,
  ...Object.keys(own).filter(isMacro),
]

/** What an agent has chosen, as it was read. */
export const setOwnKeys = (own: HotKeys): void => {
  useStore.setState({ own })
}

export const setSendKey = (sendKey: SendKey): void => {
  useStore.setState({ sendKey })
}

export const useOwnKeys = (): HotKeys => useStore(({ own }) => own)

/** Who else has a combination. */
export const holdersOf = (combination: string, own: HotKeys, except: KeyedName): readonly KeyedName[] =>
  keyedNames(own).filter((name) => name !== except && keysOf(name, own).includes(combination))

/** Gives a combination to an action, and takes it from whoever has it. */
export const withKey = (own: HotKeys, name: KeyedName, combination: string): HotKeys => ({
  ...own,
  ...Object.fromEntries(
    holdersOf(combination, own, name).map((other) => [
      other,
      keysOf(other, own).filter((one) => one !== combination),
    ]),
  ),
  [name]: [combination],
})

/** The usual keys again, as far as nobody else has them by now. */
export const withUsualKeys = (own: HotKeys, name: ActionName): HotKeys => {
  const { [name]: _, ...rest } = own
  const { keys } = actionOf(name)
  const free = keys.filter((combination) => holdersOf(combination, rest, name).length === 0)
  return free.length === keys.length ? rest : { ...rest, [name]: free }
}

/** The first key of an action, as it is printed; empty while it has none. */
export const useKeyLabel = (name: ActionName): string => useStore(({ own }) => firstLabel(name, own))

/** The same for whoever goes through many. */
export const useKeyLabels = (): ((name: KeyedName) => string) => {
  const { own } = useStore()
  return (name) => firstLabel(name, own)
}

const firstLabel = (name: KeyedName, own: HotKeys): string => {
  const [first] = keysOf(name, own)
  return first === undefined ? '' : labelOf(first)
}
