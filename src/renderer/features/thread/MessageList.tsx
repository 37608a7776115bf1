import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { guessHeight, type ThreadItem } from './items.ts'

export interface MessageListProps {
  readonly label: string
  readonly items: readonly ThreadItem[]
  readonly more: boolean
  /** Key of the row to show, and a number that changes when it is asked for again. */
  readonly jump: { readonly key: string; readonly nonce: number } | null
  /** The newest message of the customer, to count what arrives below the edge. */
  readonly lastSeq: number
  readonly onOlder: () => void
  readonly onAtEnd: (atEnd: boolean) => void
  readonly render: (item: ThreadItem) => ReactNode
}

/** Begin to fetch older messages this many rows before the oldest is seen. */
const EARLY = 12

/** Stays at the newest message while the reader is there, and in place when older ones arrive above. */
export const MessageList = (props: MessageListProps) => {
  'use no memo' // the virtualizer is one mutable object; React Compiler leaves such components alone, this says so
  const { label, items, more, jump, lastSeq, onOlder, onAtEnd, render } = props
  const { t } = useTranslation('thread')
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => items[index]?.key ?? index,
    estimateSize: (index) => guessHeight(items[index]),
    overscan: 6,
    paddingStart: 12,
    paddingEnd: 12,
    anchorTo: 'end',
    followOnAppend: true,
  })

  /** The newest message the reader saw when leaving the end; null while at the end. */
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const opened = useRef(false)
  /** The list stands at its end; before, what is seen at its top is only the way there. */
  const [settled, setSettled] = useState(false)
  useLayoutEffect(() => {
    if (opened.current || items.length === 0) return
    opened.current = true
    virtual.scrollToEnd()
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        setSettled(true)
      })
    })
  })

  /**
   * Only the reader leaves the end, by hand or by a jump: rows that arrive faster than they are measured also move
   * what is seen. Writing leads back to it.
   */
  const following = useRef(true)
  const byHand = useRef(false)
  const height = virtual.getTotalSize()
  const newest = items.at(-1)
  const written = newest?.kind === 'unsent' ? newest.key : null
  useLayoutEffect(() => {
    if (written !== null) following.current = true
  }, [written])
  useLayoutEffect(() => {
    if (opened.current && following.current) virtual.scrollToEnd()
  }, [height, written, virtual])
  const noteHand = (): void => {
    byHand.current = true
  }

  const jumped = useRef(0)
  useLayoutEffect(() => {
    if (!jump || jumped.current === jump.nonce) return
    const index = items.findIndex(({ key }) => key === jump.key)
    if (index < 0) return
    jumped.current = jump.nonce
    following.current = false
    virtual.scrollToIndex(index, { align: 'center' })
  })

  const rows = virtual.getVirtualItems()
  const firstIndex = rows[0]?.index ?? 0
  const wantsOlder = more && settled && rows.length > 0 && firstIndex <= EARLY
  useLayoutEffect(() => {
    if (wantsOlder) onOlder()
  }, [wantsOlder, items.length, onOlder])

  const noteEnd = (): void => {
    if (virtual.isAtEnd(40)) following.current = true
    else if (byHand.current) following.current = false
    if (following.current) byHand.current = false
    const atEnd = following.current
    setLeftAt((before) => (atEnd ? null : (before ?? lastSeq)))
    onAtEnd(atEnd)
  }
  // Rows that turn out taller than guessed move the end without a scroll: once the list rests it is looked at again.
  const noteEndAtRest = useEffectEvent(noteEnd)
  const moving = virtual.isScrolling
  useEffect(() => {
    if (settled && !moving) noteEndAtRest()
  }, [settled, moving, height])

  const below = leftAt === null ? 0 : Math.max(0, lastSeq - leftAt)
  return (
    <div className="fy-thread-list">
      <div
        ref={box}
        className="fy-thread-scroll fy-ring-inside"
        role="log"
        aria-label={label}
        aria-live="off"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={noteEnd}
        onWheel={noteHand}
        onTouchMove={noteHand}
        onPointerDown={noteHand}
        onKeyDown={noteHand}
      >
        <div style={{ height, position: 'relative' }}>
          {rows.map(({ key, index, start }) => {
            const item = items[index]
            return item ? (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                data-key={item.key}
                className="fy-thread-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                {render(item)}
              </div>
            ) : null
          })}
        </div>
      </div>
      {leftAt === null ? null : (
        <button
          type="button"
          className="fy-thread-down"
          onClick={() => {
            following.current = true
            virtual.scrollToEnd()
            setLeftAt(null)
          }}
        >
          <ArrowDown aria-hidden="true" />
          {below > 0 ? t('below', { count: below }) : t('toEnd')}
        </button>
      )}
    </div>
  )
}
