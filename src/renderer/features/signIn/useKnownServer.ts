import { useEffect, useState } from 'react'

import { useQuery } from '../../core/index.ts'
import { useSetting } from '../settings/index.ts'

/** The setting of the device that names the server somebody signed in at last. */
export const LAST_SERVER = 'last-server'

/** The server to offer: where somebody signed in here last, else what an administrator set; the page's own in a browser. */
export const useKnownServer = (): readonly [server: string, remember: (server: string) => void] => {
  const [last] = useQuery('account.current', {})?.remembered ?? []
  const [used, remember] = useSetting(LAST_SERVER)
  const [preset, setPreset] = useState('')
  const { foyer } = window
  useEffect(() => {
    void foyer?.ask('network.get').then(({ server }) => {
      setPreset(server ?? '')
    })
  }, [foyer])
  if (!foyer) return [window.location.origin, () => undefined]
  return [last?.server ?? (typeof used === 'string' ? used : preset), remember]
}
