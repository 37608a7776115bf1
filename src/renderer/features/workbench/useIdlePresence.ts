import { useEffect, useEffectEvent } from 'react'

import { useRun } from '../../core/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { watchIdle } from './idleWatch.ts'

/** Tells when nobody is at this device any more, and when they are back; the server knows of the others (R-02-064). */
export const useIdlePresence = (): void => {
  const run = useRun()
  const { value: minutes, known } = useAgentSetting('idleMinutes')
  const { value: presence } = useAgentSetting('idlePresence')
  const leave = useEffectEvent((): void => {
    void run('device.set-idle', { presence })
  })
  const comeBack = useEffectEvent((): void => {
    void run('device.set-idle', { presence: null })
  })

  const watched = known ? minutes : 0
  useEffect(() => {
    if (watched === 0) return undefined
    return watchIdle({
      target: window,
      afterMs: watched * 60_000,
      onIdle: () => {
        leave()
      },
      onBack: () => {
        comeBack()
      },
    })
  }, [watched])
}
