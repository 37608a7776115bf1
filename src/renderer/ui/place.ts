/** Where a floating panel goes. Pure, so that every corner of a window can be tested. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export type Side = 'above' | 'below'
export type Align = 'start' | 'end'

const GAP = 4
const MARGIN = 8

/** On the wanted side, or on the other where there is more room; never beyond the edges of the window. */
export const placeBeside = (
  anchor: Rect,
  panel: Size,
  windowSize: Size,
  side: Side,
  align: Align,
): { readonly left: number; readonly top: number } => {
  const above = anchor.top - GAP - panel.height
  const below = anchor.top + anchor.height + GAP
  const fitsAbove = above >= MARGIN
  const fitsBelow = below + panel.height <= windowSize.height - MARGIN
  const top =
    side === 'above' ? (fitsAbove || !fitsBelow ? above : below) : fitsBelow || !fitsAbove ? below : above
  const left = align === 'start' ? anchor.left : anchor.left + anchor.width - panel.width
  return {
    left: within(left, MARGIN, windowSize.width - panel.width - MARGIN),
    top: within(top, MARGIN, windowSize.height - panel.height - MARGIN),
  }
}

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))
