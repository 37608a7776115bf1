import { useRef, useState, type PointerEvent, type RefObject } from 'react'

import type { ConversationRow } from '../../../client/api.ts'

export interface RowDrag {
  /** Where the row would go, as a distance from the top of the list in rows; null: nothing is being dragged. */
  readonly gap: number | null
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>, row: ConversationRow | undefined) => void
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void
  readonly onPointerUp: () => void
  /** The click at the end of a drag is none. */
  readonly wasDrag: () => boolean
}

/** So far the pointer moves before it is a drag, in pixels. */
const SLOP = 6

/** Drags a row to another place of its block; pinned rows and the others never mix (R-03-032, R-03-033). */
export const useRowDrag = (
  box: RefObject<HTMLDivElement | null>,
  rows: readonly ConversationRow[],
  rowHeight: number,
  /** Null: the order is not the agent's to arrange. `index` counts within the block. */
  onMove: ((row: ConversationRow, index: number) => void) | null,
): RowDrag => {
  const start = useRef<{ readonly row: ConversationRow; readonly y: number } | null>(null)
  const dragged = useRef(false)
  const [gap, setGap] = useState<number | null>(null)
  const gapAt = (clientY: number, pinned: boolean): number => {
    const list = box.current
    if (!list) return 0
    const border = rows.filter((row) => row.pinned).length
    const [least, most] = pinned ? [0, border] : [border, rows.length]
    const wanted = Math.round((clientY - list.getBoundingClientRect().top + list.scrollTop) / rowHeight)
    return Math.max(least, Math.min(most, wanted))
  }
  return {
    gap,
    wasDrag: () => dragged.current,
    onPointerDown: (event, row) => {
      dragged.current = false
      start.current = onMove && row && event.button === 0 ? { row, y: event.clientY } : null
    },
    onPointerMove: (event) => {
      const from = start.current
      if (!from) return
      if (!dragged.current) {
        if (Math.abs(event.clientY - from.y) < SLOP) return
        dragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      setGap(gapAt(event.clientY, from.row.pinned))
    },
    onPointerUp: () => {
      const from = start.current
      start.current = null
      setGap(null)
      if (!from || gap === null) return
      const border = from.row.pinned ? 0 : rows.filter((row) => row.pinned).length
      const place = rows.findIndex(({ id }) => id === from.row.id)
      // Behind its own place, the row itself is left out of the count.
      onMove?.(from.row, (gap > place ? gap - 1 : gap) - border)
    },
  }
}
