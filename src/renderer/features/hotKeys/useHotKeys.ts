import { useState } from 'react'

import type { HotKeys } from '../../../protocol/model/index.ts'
import { holdersOf, useKeyChoice, withKey, type KeyChoice, type KeyedName } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'

export interface HotKeysEditing {
  readonly choice: KeyChoice
  readonly save: (own: HotKeys) => void
  /** Whose new combination belongs to somebody else already. */
  readonly asking: { readonly name: KeyedName; readonly combination: string } | null
  /** Saves it, or asks first. */
  readonly give: (name: KeyedName, combination: string) => void
  readonly take: () => void
  readonly keep: () => void
}

/** The own keys while they are being changed; a conflict is shown before anything is saved (R-03-190). */
export const useHotKeys = (): HotKeysEditing => {
  const { save } = useAgentSetting('hotKeys')
  const choice = useKeyChoice()
  const [asking, setAsking] = useState<HotKeysEditing['asking']>(null)
  return {
    choice,
    save,
    asking,
    give: (name, combination) => {
      const free = holdersOf(combination, choice, name).length === 0
      setAsking(free ? null : { name, combination })
      if (free) save(withKey(choice, name, combination))
    },
    take: () => {
      if (asking) save(withKey(choice, asking.name, asking.combination))
      setAsking(null)
    },
    keep: () => {
      setAsking(null)
    },
  }
}
