import { useCallback, useSyncExternalStore } from 'react'

import { useSizes } from '../../ui/index.ts'

/**
 * How many areas there is room for beside each other (R-03-004): `wide` all three; `narrow` the customer panel lies over the
 * conversation, and is closed until asked for; `one` a single one at a time.
 */
export type Room = 'wide' | 'narrow' | 'one'

/** Widths at a text size of 100 %; larger text needs more. */
const BELOW: Readonly<Record<Exclude<Room, 'wide'>, number>> = { one: 760, narrow: 1100 }

const mediaOf = (room: Exclude<Room, 'wide'>, scale: number): MediaQueryList =>
  window.matchMedia(`(max-width: ${BELOW[room] * Math.max(1, scale) - 1}px)`)

const roomAt = (scale: number): Room => {
  if (mediaOf('one', scale).matches) return 'one'
  return mediaOf('narrow', scale).matches ? 'narrow' : 'wide'
}

/** Before anything is shown; at a text size of 100 %. */
export const isNarrow = (): boolean => roomAt(1) !== 'wide'

export const useRoom = (): Room => {
  const { scale } = useSizes()
  const subscribe = useCallback(
    (listener: () => void): (() => void) => {
      const medias = [mediaOf('one', scale), mediaOf('narrow', scale)]
      for (const media of medias) media.addEventListener('change', listener)
      return () => {
        for (const media of medias) media.removeEventListener('change', listener)
      }
    },
    [scale],
  )
  return useSyncExternalStore(subscribe, () => roomAt(scale))
}
