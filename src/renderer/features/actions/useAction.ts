import { useEffect, useEffectEvent } from 'react'

import type { KeyedName } from './actions.ts'
import { registerAction } from './registry.ts'

/** Offers an action for as long as it is possible; null: not now. Keys, palette and buttons then find it by its name. */
export const useAction = (name: KeyedName, run: (() => void) | null): void => {
  const latest = useEffectEvent(() => {
    run?.()
  })
  const possible = run !== null
  useEffect(() => {
    if (!possible) return undefined
    return registerAction(name, () => {
      latest()
    })
  }, [name, possible])
}
