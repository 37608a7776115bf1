import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type {
  AgentId,
  ColorMark,
  ColorMarkId,
  ConversationId,
  WidgetId,
} from '../../../protocol/model/index.ts'
import { useSizes } from '../../ui/index.ts'
import { ASSISTANT_ID } from './assistant.ts'
import { AssistantRowView } from './AssistantRowView.tsx'
import { ConversationRowView, type RowParts } from './ConversationRowView.tsx'
import { noteScroll, takeScroll } from './store.ts'
import { useRowDrag } from './useRowDrag.ts'

/** How high a row is at a text size of 100 %. */
export const useRowHeight = (): number => (useSizes().isCompact ? 52 : 64)

export interface VirtualRowsProps {
  readonly label: string
  readonly rows: readonly ConversationRow[]
  readonly newcomers: ReadonlySet<ConversationId>
  readonly openId: ConversationId | null
  readonly activeId: ConversationId | null
  readonly picked: ReadonlySet<ConversationId>
  readonly parts: RowParts
  readonly marks: ReadonlyMap<ColorMarkId, ColorMark>
  /** Whether a colleague is there now. */
  readonly isThere: (agentId: AgentId) => boolean
  readonly entryNames: ReadonlyMap<WidgetId, string>
  readonly onActive: (id: ConversationId) => void
  /** The pointer or the keyboard came to a row: it may be opened next. */
  readonly onNear: (id: ConversationId) => void
  readonly onOpen: (id: ConversationId) => void
  /** These rows are to be treated together. */
  readonly onPick: (ids: Iterable<ConversationId>) => void
  /** Null: the order follows from the messages. */
  readonly onMove: ((row: ConversationRow, index: number) => void) | null
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
    picked,
    parts,
    marks,
    isThere,
    entryNames,
    onActive,
    onNear,
    onOpen,
    onPick,
    onMove,
    onMenu,
  } = props
  const { scale } = useSizes()
  const rowHeight = useRowHeight() * scale
  const box = useRef<HTMLDivElement>(null)
  const near = useRef<ConversationId | null>(null)
  const anchor = useRef<ConversationId | null>(null)
  // Where the list was before a reload, or before another page.
  const [initialOffset] = useState(takeScroll)
  const found = rows.findIndex((row) => row.id === (activeId ?? openId))
  const active = found < 0 ? 0 : found
  // oxlint-disable-next-line react/incompatible-library -- 'use no memo' above
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialOffset,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return seen.includes(active) || active >= rows.length
        ? seen
        : [...seen, active].toSorted((a, b) => a - b)
    },
  })

  // The size of a row that is known is asked for no more.
  useLayoutEffect(() => {
    virtual.measure()
  }, [virtual, rowHeight])
  useKeptFocus(box, active)
  useLayoutEffect(() => {
    const list = box.current
    const note = (): void => {
      noteScroll(list?.scrollTop ?? 0)
    }
    addEventListener('pagehide', note)
    return () => {
      removeEventListener('pagehide', note)
      // Whoever comes back from another page finds it as it was (R-03-006).
      note()
    }
  }, [])
  const drag = useRowDrag(box, rows, rowHeight, onMove)

  /** Everything between the row where picking began and this one. */
  const pickTo = (row: ConversationRow): void => {
    anchor.current ??= rows[active]?.id ?? row.id
    const ends = [rows.findIndex(({ id }) => id === anchor.current), rows.indexOf(row)].toSorted(
      (a, b) => a - b,
    )
    onPick(rows.slice(Math.max(0, ends[0] ?? 0), (ends[1] ?? 0) + 1).map(({ id }) => id))
    onActive(row.id)
  }

  const rowAt = (target: EventTarget): ConversationRow | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
    return element ? rows[Number(element.dataset['index'])] : undefined
  }

  /** Rows that are scrolled past under a pointer at rest are not near. */
  const noteNear = (row: ConversationRow | undefined): void => {
    if (row && row.id !== near.current) onNear(row.id)
    near.current = row?.id ?? null
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
    if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const next = rows[active + (event.key === 'ArrowDown' ? 1 : -1)]
      if (next) {
        virtual.scrollToIndex(rows.indexOf(next))
        pickTo(next)
      }
      event.preventDefault()
      return
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1)
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
      aria-multiselectable="true"
      tabIndex={-1}
      onPointerDown={(event) => {
        const row = rowAt(event.target)
        noteNear(row)
        drag.onPointerDown(event, row)
      }}
      onPointerMove={(event) => {
        noteNear(rowAt(event.target))
        drag.onPointerMove(event)
      }}
      onPointerUp={drag.onPointerUp}
      onPointerCancel={drag.onPointerUp}
      onClick={(event) => {
        const row = rowAt(event.target)
        if (!row || drag.wasDrag()) return
        if (event.shiftKey) pickTo(row)
        else if (event.ctrlKey || event.metaKey) {
          anchor.current = row.id
          onPick(picked.has(row.id) ? [...picked].filter((id) => id !== row.id) : [...picked, row.id])
          onActive(row.id)
        } else {
          anchor.current = row.id
          onPick([])
          onOpen(row.id)
        }
      }}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          if (row?.id === ASSISTANT_ID)
            return (
              <AssistantRowView
                key={key}
                row={row}
                index={index}
                count={rows.length}
                top={start}
                tabbable={index === active}
              />
            )
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
              picked={picked.size > 0 ? picked.has(row.id) : undefined}
              parts={parts}
              known={marks}
              entryName={(row.widgetId && entryNames.get(row.widgetId)) ?? ''}
              there={row.colleagueId === null ? undefined : isThere(row.colleagueId)}
            />
          ) : null
        })}
        {drag.gap === null ? null : (
          <div className="fy-row-gap" style={{ transform: `translateY(${drag.gap * rowHeight}px)` }} />
        )}
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
