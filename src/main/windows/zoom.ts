/** The size of everything in a window, by the keys and the wheel that browsers use for it. */
import type { BrowserWindow, Input } from 'electron'

/** In per cent, as browsers step. */
const STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const
const USUAL = 100

export type ZoomWish = 'in' | 'out' | 'usual'

export const zoomAfter = (percent: number, wish: ZoomWish): number => {
  if (wish === 'usual') return USUAL
  const next = wish === 'in' ? STEPS.find((step) => step > percent) : STEPS.findLast((step) => step < percent)
  return next ?? percent
}

type Press = Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>

/** What a key means for the size; null: nothing. */
export const zoomWish = (press: Press, mac: boolean): ZoomWish | null => {
  const { type, key, control, meta, alt } = press
  if (type !== 'keyDown' || alt || (mac ? !meta || control : !control || meta)) return null
  // Without Shift the key of the plus is the one of the equals sign.
  if (key === '+' || key === '=') return 'in'
  if (key === '-' || key === '_') return 'out'
  return key === '0' ? 'usual' : null
}

/** Shows a window in its size from now on, and tells who wants another. */
export const watchZoom = (
  window: BrowserWindow,
  percent: () => number,
  onWish: (wish: ZoomWish) => void,
): void => {
  const { webContents } = window
  webContents.on('before-input-event', (event, input) => {
    const wish = zoomWish(input, process.platform === 'darwin')
    if (wish === null) return
    event.preventDefault()
    onWish(wish)
  })
  webContents.on('zoom-changed', (_event, direction) => onWish(direction))
  // Each page begins in the usual size.
  webContents.on('did-finish-load', () => webContents.setZoomFactor(percent() / 100))
}
