import { useEffect, useEffectEvent, useRef } from 'react'

import { useSetting } from '../settings/index.ts'
import { watchIdle } from './idleWatch.ts'
import { usePreferences } from './preferences.ts'
import type { Reception } from './useReception.ts'

/**
 * Changes the presence of an agent who is away, and back when they touch anything (R-02-064).
 *
 * What was set by itself is kept on this device: after a restart it is still known that nobody chose it.
 */
export const useIdlePresence = (reception: Reception): Reception => {
  const { presence, setPresence } = reception
  const [preferences] = usePreferences()
  const [automatic, setAutomatic] = useSetting('presence.automatic')
  const here = useRef(false)

  const restore = useEffectEvent((): void => {
    // Before the connection is there the presence is not known; it is looked at again when it comes.
    if (!here.current || typeof automatic !== 'string' || presence !== automatic) return
    setAutomatic(null)
    setPresence('online')
  })
  const leave = useEffectEvent((): void => {
    here.current = false
    if (presence !== 'online' || !preferences) return
    setAutomatic(preferences.idlePresence)
    setPresence(preferences.idlePresence)
  })

  const minutes = automatic === undefined ? undefined : preferences?.idleMinutes
  useEffect(() => {
    if (!minutes) return undefined
    return watchIdle({
      target: window,
      afterMs: minutes * 60_000,
      onIdle: () => {
        leave()
      },
      onBack: () => {
        here.current = true
        restore()
      },
    })
  }, [minutes])
  useEffect(() => {
    restore()
  }, [presence, automatic])

  return {
    ...reception,
    setPresence: (chosen) => {
      setAutomatic(null)
      setPresence(chosen)
    },
  }
}
