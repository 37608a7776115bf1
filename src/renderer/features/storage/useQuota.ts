import { useEffect, useState } from 'react'

export interface Quota {
  readonly used: number
  readonly quota: number
}

/** How much the browser lets this address keep, asked again when something else is shown; null: no browser says so. */
export const useQuota = (shown: unknown): Quota | null => {
  const [found, setFound] = useState<Quota | null>(null)
  useEffect(() => {
    // A program of its own has the disk to itself.
    if (window.foyer) return undefined
    let isOver = false
    const ask = async (): Promise<void> => {
      // Absent where the page was not fetched safely.
      const estimate = await navigator.storage?.estimate?.().catch(() => null)
      if (!isOver && estimate?.quota !== undefined)
        setFound({ used: estimate.usage ?? 0, quota: estimate.quota })
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [shown])
  return found
}
