/** Opens a window where it stood, and remembers where it stands. */
import { screen, type BrowserWindow } from 'electron'

import { placeOn, type Sizes, type WindowPlace } from './place.ts'

/** Where the window should be on the displays of now. */
export const currentPlace = (saved: WindowPlace | undefined, sizes: Sizes): WindowPlace => {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return placeOn(saved, [primary.workArea, ...others.map(({ workArea }) => workArea)], sizes)
}

/** While a window is dragged it moves many times a second. */
const SETTLED_MS = 500

export const rememberPlace = (window: BrowserWindow, save: (place: WindowPlace) => void): void => {
  const now = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed()) return
    // The bounds that it returns to, whatever is done to it for now.
    save({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(now, SETTLED_MS)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', now)
}
