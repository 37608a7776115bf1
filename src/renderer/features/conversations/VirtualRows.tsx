import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId, WidgetId } from '../../../protocol/model/index.ts'
import { ConversationRowView } from './ConversationRowView.tsx'

export const ROW_HEIGHT = 64

export interface VirtualRowsProps {
  readonly label: string
  readonly rows: readonly ConversationRow[]
  readonly newcomers: ReadonlySet<ConversationId>
  readonly openId: ConversationId | null
  readonly activeId: ConversationId | null
  readonly waitingLimitMs: number
  readonly entryNames: ReadonlyMap<WidgetId, string>
  readonly onActive: (id: ConversationId) => void
  /** The pointer or the keyboard came to a row: it may be opened next. */
  readonly onNear: (id: ConversationId) => void
  readonly onOpen: (id: ConversationId) => void
  readonly onMenu: (row: ConversationRow, at: { readonly x: number; readonly y: number }) => void
}

/** The rows that can be seen, and the one Tab must reach. */
export const VirtualRows = (props: VirtualRowsProps) => {
  'use no memo' // the virtualizer is one mutable object; React Compiler leaves such components alone, this says so
  const {
    label,
    rows,
    newcomers,
    openId,
    activeId,
    waitingLimitMs,
    entryNames,
    onActive,
    onNear,
    onOpen,
    onMenu,
  } = props
  const box = useRef<HTMLDivElement>(null)
  const near = useRef<ConversationId | null>(null)
  const found = rows.findIndex((row) => row.id === (activeId ?? openId))
  const active = found < 0 ? 0 : found
  // oxlint-disable-next-line react/incompatible-library -- 'use no memo' above
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return seen.includes(active) || active >= rows.length
        ? seen
        : [...seen, active].toSorted((a, b) => a - b)
    },
  })

  useKeptFocus(box, active)

  const rowAt = (target: EventTarget): ConversationRow | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
    return element ? rows[Number(element.dataset['index'])] : undefined
  }

  const go = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    virtual.scrollToIndex(rows.indexOf(row))
    onActive(row.id)
    onNear(row.id)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const row = rows[active]
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: active + page,
      PageUp: active - page,
    }
    const move = moves[event.key]
    if (move !== undefined) go(move)
    else if (row && (event.key === 'Enter' || event.key === ' ')) onOpen(row.id)
    else if (row && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)))
      onMenu(row, placeOf(event.target))
    else return
    event.preventDefault()
  }

  const onContextMenu = (event: MouseEvent<HTMLDivElement>): void => {
    const row = rowAt(event.target)
    if (!row) return
    event.preventDefault()
    const at = { x: event.clientX, y: event.clientY }
    afterRelease(event.buttons, () => {
      onMenu(row, at)
    })
  }

  return (
    <div
      ref={box}
      className="fy-rows"
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      onPointerOver={(event) => {
        const row = rowAt(event.target)
        if (row && row.id !== near.current) onNear(row.id)
        near.current = row?.id ?? null
      }}
      onClick={(event) => {
        const row = rowAt(event.target)
        if (row) onOpen(row.id)
      }}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          return row ? (
            <ConversationRowView
              key={key}
              row={row}
              index={index}
              count={rows.length}
              top={start}
              open={row.id === openId}
              newcomer={newcomers.has(row.id)}
              tabbable={index === active}
              waitingLimitMs={waitingLimitMs}
              entryName={(row.widgetId && entryNames.get(row.widgetId)) ?? ''}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

/** Focus follows the active row while it is in the list; it is never taken from elsewhere. */
const useKeptFocus = (box: RefObject<HTMLDivElement | null>, active: number): void => {
  useLayoutEffect(() => {
    const list = box.current
    if (!list?.contains(document.activeElement)) return
    const row = list.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (row && row !== document.activeElement) row.focus({ preventScroll: true })
  })
}

const placeOf = (target: EventTarget): { readonly x: number; readonly y: number } => {
  const box = target instanceof Element ? target.getBoundingClientRect() : null
  return { x: (box?.left ?? 0) + 24, y: (box?.bottom ?? 0) - 12 }
}

/** Some systems ask for the menu while the button is still down; letting it go would close what has just opened. */
const afterRelease = (buttons: number, act: () => void): void => {
  if (buttons === 0) act()
  else
    window.addEventListener(
      'pointerup',
      () => {
        setTimeout(act)
      },
      { once: true },
    )
}
