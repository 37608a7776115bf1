import { useSyncExternalStore } from 'react'

/** Below this width the customer panel lies over the conversation, and is closed until asked for (R-03-004). */
const NARROW = '(max-width: 1099px)'

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow)

const isNarrow = (): boolean => window.matchMedia(NARROW).matches

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => {
    query.removeEventListener('change', listener)
  }
}
