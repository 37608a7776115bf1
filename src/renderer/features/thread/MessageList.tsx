import { ArrowDown } from 'lucide-react'
import { use, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'

import { useTranslation } from '../../translation/index.ts'
import { CalmContext } from './calm.ts'
import { learnWidth } from './guessHeight.ts'
import type { ThreadItem } from './items.ts'
import type { Place } from './place.ts'
import { isLead, roomOf, shownOf, spanBetween, spanOf, type Shown } from './span.ts'

export interface MessageListProps {
  readonly label: string
  readonly items: readonly ThreadItem[]
  readonly more: boolean
  /** Why the older ones did not come; they are asked for again by hand then. */
  readonly failure: string | null
  /** Key of the row to show, and a number that changes when it is asked for again. */
  readonly jump: { readonly key: string; readonly nonce: number } | null
  /** The newest message of the customer, to count what arrives below the edge. */
  readonly lastSeq: number
  /** Where the reader was before the page was loaded again; null: at the end. */
  readonly place: Place | null
  /** The page is left: where the reader is. */
  readonly onLeave: (place: Place | null) => void
  readonly onOlder: () => void
  readonly onAtEnd: (atEnd: boolean) => void
  /** Leads to the first message that came while the reader was elsewhere. */
  readonly onFirstNew: (seq: number) => void
  /** Shift with the pointer, or with an arrow key: as far as this row, or one more in this direction. */
  readonly onExtend: (to: string | 1 | -1) => void
  /** The menu of a row is wanted at this point; false: it has none. */
  readonly onMenu: (key: string, row: HTMLElement, point: Point) => boolean
  readonly render: (item: ThreadItem) => ReactNode
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Links, films and sounds have a menu of the system, with what can be done with them. */
const WITH_OWN_MENU = 'a, video, audio, input'
/** Begin to fetch older messages this many rows before the oldest is rendered. */
const EARLY = 12
/** Rows this far outside of what is seen are rendered too, as soon as what is seen has been painted. */
const AROUND_PX = 600
/** Enough rows to fill a screen, before it is known how high they are. */
const AROUND_ROWS = 30
/** A row that ends this close to the edge counts as seen. */
const NEAR_PX = 40
/** Guessed heights may be too high: more than fits is rendered at first. */
const FIRST_SHARE = 1.1

/** How high the list was last; the next one begins with as many rows. */
let usualHeight = 700

/**
 * Stays at the newest message while the reader is there, and in place when older ones arrive above.
 *
 * The rows near what is seen stand in the flow of the page, the others are only room before and behind them. So a
 * thread opens with one layout: the browser places its last rows, nothing has to be measured and placed again.
 */
export const MessageList = (props: MessageListProps) => {
  'use no memo' // heights are learned between renders without asking for one
  const { label, items, more, failure, jump, lastSeq, place: before, render } = props
  const { onOlder, onLeave, onAtEnd, onFirstNew, onExtend, onMenu } = props
  const { t } = useTranslation('thread')
  const calm = use(CalmContext)
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [heights] = useState(() => new Map<string, number>())
  const [begin] = useState(() => beginOf(items, before))
  const [shown, setShown] = useState<Shown | null>(begin && begin.shown)
  const span = spanOf(items, heights, shown, usualHeight * FIRST_SHARE)

  /** The newest message the reader saw when leaving the end; null while at the end. */
  const [leftAt, setLeftAt] = useState<number | null>(null)
  /** What is seen has been painted; before, its top is only where the list happens to begin. */
  const [settled, setSettled] = useState(false)
  /** Only the reader leaves the end, by hand or by a jump: rows that arrive also move what is seen. */
  const following = useRef(begin === null)
  const byHand = useRef(false)
  /** The first row that is seen, and how far below the edge it begins. */
  const anchor = useRef<{ readonly key: string; readonly below: number } | null>(begin && begin.anchor)

  const rowOf = (index: number): HTMLElement | null => {
    const element =
      index < span.from || index >= span.to ? null : content.current?.children[index - span.from + 1]
    return element instanceof HTMLElement ? element : null
  }
  const indexOf = (wanted: string): number => items.findIndex(({ key }) => key === wanted)

  /** Keeps the end, or the row that was seen first, where it was. */
  const hold = (): void => {
    const list = box.current
    if (!list || isHidden(list)) return
    usualHeight = list.clientHeight
    learnWidth(list.clientWidth)
    if (following.current) {
      list.scrollTop = list.scrollHeight
      return
    }
    const row = anchor.current && rowOf(indexOf(anchor.current.key))
    const top = row && anchor.current ? row.offsetTop - anchor.current.below : null
    if (top !== null && Math.abs(top - list.scrollTop) >= 1) list.scrollTop = top
  }

  const noteAnchor = (): void => {
    const list = box.current
    if (!list) return
    for (let index = span.from; index < span.to; index += 1) {
      const [row, item] = [rowOf(index), items[index]]
      if (!row || !item || isLead(item)) continue
      if (row.offsetTop + row.offsetHeight <= list.scrollTop) continue
      anchor.current = { key: item.key, below: row.offsetTop - list.scrollTop }
      return
    }
  }

  const leave = useEffectEvent((): void => {
    const list = box.current
    if (!list || following.current) return onLeave(null)
    for (let index = span.from; index < span.to; index += 1) {
      const [row, item] = [rowOf(index), items[index]]
      const seq = item ? seqOf(item) : null
      if (!row || seq === null || row.offsetTop + row.offsetHeight <= list.scrollTop) continue
      return onLeave({ seq, below: row.offsetTop - list.scrollTop })
    }
  })
  useEffect(() => {
    const onHide = (): void => {
      leave()
    }
    window.addEventListener('pagehide', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
    }
  }, [])

  const noteEnd = (): void => {
    const list = box.current
    if (!list || isHidden(list)) return
    const near = list.scrollHeight - list.scrollTop - list.clientHeight <= NEAR_PX
    if (near && span.to === items.length) following.current = true
    else if (byHand.current) following.current = false
    if (following.current) byHand.current = false
    const atEnd = following.current
    setLeftAt((before) => (atEnd ? null : (before ?? lastSeq)))
    onAtEnd(atEnd)
  }

  /** Which rows to render from here on, so far outside of what is seen; null: those that are. */
  const wantedSpan = (around = AROUND_PX): Shown | null => {
    const list = box.current
    const [first, last] = [rowOf(span.from), rowOf(span.to - 1)]
    if (!list || !first || !last) return null
    const { scrollTop: top, clientHeight } = list
    const bottom = top + clientHeight
    const [before, behind] = [top - first.offsetTop, last.offsetTop + last.offsetHeight - bottom]
    const short = (span.from > 0 && before < around / 2) || (span.to < items.length && behind < around / 2)
    const long = Math.max(before, behind) > AROUND_PX * 4
    if (!short && !long) return null
    for (let index = span.from; index < span.to; index += 1) {
      const [row, item] = [rowOf(index), items[index]]
      if (row && item) heights.set(item.key, row.offsetHeight)
    }
    const next = spanBetween(items, heights, top - around, bottom + around)
    const to = following.current ? items.length : next.to
    return next.from === span.from && to === span.to ? null : shownOf(items, { from: next.from, to })
  }
  const widen = useEffectEvent((around?: number): void => {
    const wanted = wantedSpan(around)
    if (wanted) setShown(wanted)
  })

  const newest = items.at(-1)
  const written = newest?.kind === 'unsent' || newest?.kind === 'saving' ? newest.key : null
  useLayoutEffect(() => {
    if (written === null) return
    // Writing leads back to the end.
    following.current = true
    // oxlint-disable-next-line react/set-state-in-effect -- what was rendered need not reach to the end
    setShown((before) => (before?.last ? null : before))
  }, [written])

  const jumped = useRef(0)
  useLayoutEffect(() => {
    const list = box.current
    if (!list || !jump || jumped.current === jump.nonce) return
    const index = indexOf(jump.key)
    if (index < 0) return
    following.current = false
    const row = rowOf(index)
    if (!row) {
      const top = roomOf(items, heights, { from: 0, to: index })
      // oxlint-disable-next-line react/set-state-in-effect -- a row must be there before it can be led to
      setShown(shownOf(items, spanBetween(items, heights, top - AROUND_PX, top + AROUND_PX * 2)))
      return
    }
    jumped.current = jump.nonce
    const below = Math.round((list.clientHeight - row.offsetHeight) / 2)
    anchor.current = { key: jump.key, below }
    hold()
    // oxlint-disable-next-line react/exhaustive-deps -- what it calls reads what is rendered
  }, [jump, items, span.from, span.to])

  const place = useEffectEvent((): void => {
    hold()
    const first = rowOf(span.from)
    // Less than guessed: there is nothing yet where the reader looks. What is around it can wait.
    if (first && span.from > 0 && first.offsetTop > (box.current?.scrollTop ?? 0)) widen(0)
  })
  useLayoutEffect(() => {
    place()
  }, [items, span.from, span.to])

  const onResize = useEffectEvent((): void => {
    hold()
    noteEnd()
    if (calm) widen()
  })
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      onResize()
    })
    for (const element of [box.current, content.current]) if (element) observer.observe(element)
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        setSettled(true)
      })
    })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [])
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- which rows are near is known once they are placed
    if (calm) widen()
  }, [calm, items])

  const wantsOlder = more && failure === null && settled && span.from <= EARLY
  useLayoutEffect(() => {
    if (wantsOlder) onOlder()
  }, [wantsOlder, items.length, onOlder])

  const noteHand = (): void => {
    byHand.current = true
  }
  const below = leftAt === null ? 0 : Math.max(0, lastSeq - leftAt)
  return (
    <div className="fy-thread-list">
      <div
        ref={box}
        className="fy-thread-scroll fy-ring-inside"
        role="log"
        data-area="thread"
        aria-label={label}
        aria-live="off"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={() => {
          noteEnd()
          noteAnchor()
          const wanted = settled ? wantedSpan() : null
          // Before the frame that shows the new place.
          if (wanted) flushSync(() => setShown(wanted))
        }}
        onWheel={noteHand}
        onTouchMove={noteHand}
        onPointerDown={noteHand}
        onClick={({ shiftKey, target }) => {
          const row = shiftKey && target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null
          if (!row?.dataset['key']) return
          // What the browser has marked between the two is no text to copy.
          getSelection()?.removeAllRanges()
          onExtend(row.dataset['key'])
        }}
        onContextMenu={(event) => {
          const { target, clientX: x, clientY: y } = event
          if (!(target instanceof Element) || target.closest(WITH_OWN_MENU)) return
          const row = target.closest<HTMLElement>('[data-key]')
          if (row?.dataset['key'] && onMenu(row.dataset['key'], row, { x, y })) event.preventDefault()
        }}
        onKeyDown={(event) => {
          noteHand()
          if (event.key === 'PageUp' && more && box.current?.scrollTop === 0) onOlder()
          const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
          if (!event.shiftKey || step === null) return
          event.preventDefault()
          onExtend(step)
        }}
      >
        {more && span.from === 0 ? (
          <button
            type="button"
            className="fy-thread-older"
            title={failure ?? undefined}
            data-failed={failure === null ? undefined : true}
            onClick={onOlder}
          >
            {t(failure === null ? 'older' : 'olderFailed')}
          </button>
        ) : null}
        <div ref={content} className="fy-thread-rows">
          <div style={{ height: roomOf(items, heights, { from: 0, to: span.from }) }} />
          {items.slice(span.from, span.to).map((item) => (
            <div key={item.key} data-key={item.key} className="fy-thread-row">
              {render(item)}
            </div>
          ))}
          <div style={{ height: roomOf(items, heights, { from: span.to, to: items.length }) }} />
        </div>
      </div>
      {leftAt === null ? null : (
        <button
          type="button"
          className="fy-thread-down"
          onClick={() => {
            if (below > 0 && leftAt !== null && items.some((item) => seqOf(item) === leftAt + 1)) {
              setLeftAt(lastSeq)
              onFirstNew(leftAt + 1)
              return
            }
            following.current = true
            setShown(null)
            setLeftAt(null)
            hold()
          }}
        >
          <ArrowDown aria-hidden="true" />
          {below > 0 ? t('below', { count: below }) : t('toEnd')}
        </button>
      )}
    </div>
  )
}

/** The rows around the place where the list is to begin; null: at the end. */
const beginOf = (items: readonly ThreadItem[], place: Place | null) => {
  const index = place ? items.findIndex((item) => seqOf(item) === place.seq) : -1
  const key = items[index]?.key
  if (!place || key === undefined) return null
  const [from, to] = [Math.max(0, index - AROUND_ROWS), Math.min(items.length, index + AROUND_ROWS)]
  return { anchor: { key, below: place.below }, shown: shownOf(items, { from, to }) }
}

/** Another area has the window to itself for the moment; what is measured now is nothing the reader sees. */
const isHidden = (list: HTMLElement): boolean => list.clientHeight === 0

const seqOf = (item: ThreadItem): number | null => ('message' in item ? item.message.seq : null)
