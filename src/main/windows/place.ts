/** Where a window stands, on displays that come and go. */
import * as z from 'zod'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const Coordinate = z.int().min(-100_000).max(100_000)

/** Remembered between two starts; read from a file, so it is checked. */
export const WindowPlace = z.object({
  /** Not maximised. */
  bounds: z.object({
    x: Coordinate,
    y: Coordinate,
    width: Coordinate.min(1),
    height: Coordinate.min(1),
  }),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

export interface Sizes {
  readonly width: number
  readonly height: number
  readonly minWidth: number
  readonly minHeight: number
}

/** As much of a window must be on a display that its title can be taken hold of. */
const GRIP = { width: 120, height: 32 }

/** The remembered place where a display still shows it; else the middle of the primary display. Never off-screen. */
export const placeOn = (
  saved: WindowPlace | undefined,
  /** The usable areas, the primary display's first. */
  displays: readonly [Rectangle, ...Rectangle[]],
  sizes: Sizes,
): WindowPlace => {
  const [primary] = displays
  const maximized = saved?.maximized ?? false
  const display = saved && displays.find((area) => isTitleOn(saved.bounds, area))
  if (saved && display) return { bounds: fitted(saved.bounds, display, sizes), maximized }
  const { width, height } = saved?.bounds ?? sizes
  const size = { width: Math.min(width, primary.width), height: Math.min(height, primary.height) }
  const middle = {
    x: primary.x + Math.round((primary.width - size.width) / 2),
    y: primary.y + Math.round((primary.height - size.height) / 2),
    ...size,
  }
  return { bounds: fitted(middle, primary, sizes), maximized }
}

const isTitleOn = (window: Rectangle, area: Rectangle): boolean => {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return width >= GRIP.width && window.y >= area.y && window.y + GRIP.height <= area.y + area.height
}

/** Not larger than the display, where that is large enough at all. */
const fitted = (window: Rectangle, area: Rectangle, { minWidth, minHeight }: Sizes): Rectangle => ({
  x: window.x,
  y: window.y,
  width: Math.max(minWidth, Math.min(window.width, area.width)),
  height: Math.max(minHeight, Math.min(window.height, area.height)),
})
