import { useEffect } from 'react'

import { useQuery } from '../../core/index.ts'

/** The desktop shows pages of others in a frame only where the company has put them into the right menu. */
export const useShellFrames = (): void => {
  const entries = useQuery('organization.get', {})?.quickEntries.entries
  useEffect(() => {
    const addresses = (entries ?? []).map(({ address }) => address.replaceAll(/[{}]/gu, ''))
    window.foyer?.tell({ kind: 'window.frames', addresses })
  }, [entries])
}
