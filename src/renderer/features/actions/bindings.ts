import type { SettingStates } from '../../../client/api.ts'
import type { HotKeys } from '../../../protocol/model/index.ts'
import { useQueryPart } from '../../core/index.ts'
import { useSettingStates } from '../settings/index.ts'
import { ACTION_NAMES, actionOf, isMacro, type ActionName, type KeyedName } from './actions.ts'
import { labelOf } from './keys.ts'

/** Which key sends a message. */
export type SendKey = 'enter' | 'mod-enter'

/** What an agent has chosen about keys. */
export interface KeyChoice {
  readonly own: HotKeys
  readonly sendKey: SendKey
}

const NONE: HotKeys = {}

const choiceIn = (states: SettingStates | null | undefined): KeyChoice => ({
  own: states?.hotKeys.value ?? NONE,
  sendKey: states?.sendKey.value ?? 'enter',
})

export const useKeyChoice = (): KeyChoice => choiceIn(useSettingStates())

/** The keys of an action or a macro as they are now. */
export const keysOf = (name: KeyedName, { own, sendKey }: KeyChoice): readonly string[] =>
  own[name] ?? (isMacro(name) ? [] : usualKeysOf(name, sendKey))

/** What sends and what breaks the line change places by a setting of their own (R-06-070). */
const usualKeysOf = (name: ActionName, sendKey: SendKey): readonly string[] => {
  if (sendKey === 'enter') return actionOf(name).keys
  if (name === 'send') return ['Mod+Enter']
  return name === 'newLine' ? ['Enter', 'Shift+Enter'] : actionOf(name).keys
}

/** Whatever may have keys now. */
export const keyedNames = (own: HotKeys): readonly KeyedName[] => [
  ...ACTION_NAMES,
  ...Object.keys(own).filter(isMacro),
]

/** Who else has a combination. */
export const holdersOf = (combination: string, choice: KeyChoice, except: KeyedName): readonly KeyedName[] =>
  keyedNames(choice.own).filter((name) => name !== except && keysOf(name, choice).includes(combination))

/** Gives a combination to an action, and takes it from whoever has it. */
export const withKey = (choice: KeyChoice, name: KeyedName, combination: string): HotKeys => ({
  ...choice.own,
  ...Object.fromEntries(
    holdersOf(combination, choice, name).map((other) => [
      other,
      keysOf(other, choice).filter((one) => one !== combination),
    ]),
  ),
  [name]: [combination],
})

/** The usual keys again, as far as nobody else has them by now. */
export const withUsualKeys = ({ own, sendKey }: KeyChoice, name: ActionName): HotKeys => {
  const { [name]: _, ...rest } = own
  const { keys } = actionOf(name)
  const free = keys.filter((combination) => holdersOf(combination, { own: rest, sendKey }, name).length === 0)
  return free.length === keys.length ? rest : { ...rest, [name]: free }
}

/** The first key of an action, as it is printed; empty while it has none. */
export const useKeyLabel = (name: ActionName): string =>
  useQueryPart('agent-settings.mine', {}, (states) => firstLabel(name, choiceIn(states)))

/** The same for whoever goes through many. */
export const useKeyLabels = (): ((name: KeyedName) => string) => {
  const choice = useKeyChoice()
  return (name) => firstLabel(name, choice)
}

const firstLabel = (name: KeyedName, choice: KeyChoice): string => {
  const [first] = keysOf(name, choice)
  return first === undefined ? '' : labelOf(first)
}
