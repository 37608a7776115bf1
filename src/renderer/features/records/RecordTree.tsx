import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, ShortTime, useSizes } from '../../ui/index.ts'
import { keyOf, type Branch, type TreeLine } from './tree.ts'

/** At a text size of 100 %. */
const LINE_HEIGHT = 36

export interface RecordTreeProps {
  readonly lines: readonly TreeLine[]
  readonly chosenId: ConversationId | null
  readonly onChoose: (id: ConversationId) => void
  readonly onToggle: (branch: Branch) => void
}

/** The tree of the message manager: only the lines in sight are in the page, and one of them is reached by Tab. */
export const RecordTree = ({ lines, chosenId, onChoose, onToggle }: RecordTreeProps) => {
  'use no memo' // the virtualizer is one mutable object; React Compiler leaves such components alone, this says so
  const { t } = useTranslation('records')
  const { scale } = useSizes()
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const found = lines.findIndex((line) => keyOf(line) === (at ?? chosenId))
  const active = Math.max(0, found)
  // oxlint-disable-next-line react/incompatible-library -- 'use no memo' above
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => {
      const line = lines[index]
      return line === undefined ? index : keyOf(line)
    },
    estimateSize: () => LINE_HEIGHT * scale,
    overscan: 6,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return seen.includes(active) || active >= lines.length
        ? seen
        : [...seen, active].toSorted((a, b) => a - b)
    },
  })
  useLayoutEffect(() => {
    virtual.measure()
  }, [virtual, scale])
  const goTo = (index: number): void => {
    const line = lines[index]
    if (!line) return
    setAt(keyOf(line))
    virtual.scrollToIndex(index)
    // The line may come into the page with the scrolling only.
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(keyOf(line))}"]`)?.focus()
    })
  }
  const use = (line: TreeLine): void => {
    setAt(keyOf(line))
    if (line.kind === 'branch') onToggle(line.branch)
    else onChoose(line.leaf.row.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[active]
    if (!line) return
    const isOpen = line.kind === 'branch' && line.open
    if (event.key === 'ArrowDown') goTo(active + 1)
    else if (event.key === 'ArrowUp') goTo(active - 1)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(lines.length - 1)
    else if (event.key === 'ArrowRight' && line.kind === 'branch' && !isOpen) onToggle(line.branch)
    else if (event.key === 'ArrowLeft' && isOpen) onToggle(line.branch)
    else if (event.key === 'ArrowLeft')
      goTo(lines.findIndex((one) => one.kind === 'branch' && one.branch === line.branch))
    else if (event.key === 'Enter' || event.key === ' ') use(line)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      role="tree"
      aria-label={t('tree')}
      className="fy-records-tree"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index]
          return line === undefined ? null : (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree hears the keys
            <div
              key={key}
              role="treeitem"
              aria-level={line.kind === 'branch' ? 1 : 2}
              aria-expanded={line.kind === 'branch' ? line.open : undefined}
              aria-selected={line.kind === 'leaf' && line.leaf.row.id === chosenId}
              data-line={keyOf(line)}
              tabIndex={index === active ? 0 : -1}
              className="fy-records-line fy-ring-inside"
              style={{ transform: `translateY(${start}px)`, height: LINE_HEIGHT * scale }}
              onClick={() => {
                use(line)
              }}
            >
              {line.kind === 'branch' ? (
                <>
                  {line.open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
                  <b className="fy-cut">{t(`branches.${line.branch}`)}</b>
                  <span className="fy-secondary fy-digits">{line.count}</span>
                </>
              ) : (
                <>
                  <Avatar
                    id={line.leaf.row.customerId ?? line.leaf.row.colleagueId ?? line.leaf.row.id}
                    name={line.leaf.name}
                    size={24}
                  />
                  <span className="fy-cut" title={line.leaf.name}>
                    {line.leaf.name}
                  </span>
                  <span className="fy-grow" />
                  <span className="fy-secondary fy-digits">
                    <ShortTime at={line.leaf.row.at} />
                  </span>
                </>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
