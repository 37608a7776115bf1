import { useEffect, useEffectEvent } from 'react'

type Close = () => void

const layers: Close[] = []

/**
 * Something that lies over the rest for a while and that Esc closes: the last that came goes first. Null: not now.
 *
 * Dialogs and menus need none: the browser gives them Esc before anybody else.
 */
export const useLayer = (close: Close | null): void => {
  const latest = useEffectEvent(() => {
    close?.()
  })
  const open = close !== null
  useEffect(() => {
    if (!open) return undefined
    const layer: Close = () => {
      latest()
    }
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [open])
}

/** Closes what lies on top; false when nothing does. */
export const closeTopLayer = (): boolean => {
  const top = layers.at(-1)
  top?.()
  return top !== undefined
}
