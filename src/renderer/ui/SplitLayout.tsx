import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { Group, Panel, Separator, useGroupRef, usePanelRef } from 'react-resizable-panels'

import './splitLayout.css'

export interface Column {
  readonly id: string
  readonly content: ReactNode
  readonly minPx: number
  /** Null: takes what the others leave. */
  readonly defaultPx: number | null
}

type Layout = Readonly<Record<string, number>>

export interface SplitLayoutProps {
  readonly columns: readonly Column[]
  /** Shares of the columns as they were left; undefined for the defaults. */
  readonly layout: Layout | undefined
  readonly onLayout: (layout: Layout) => void
  /** Name of the handle before the column of this id. */
  readonly handleLabel: (id: string) => string
  /** The one column there is room for, or the id of none of them; null: they stand side by side. */
  readonly only: string | null
}

/**
 * Columns side by side with handles that are dragged, or moved with the arrow keys; a double click restores.
 *
 * A column that stays is never made anew, whatever comes and goes beside it: what is half done in it would be lost.
 */
export const SplitLayout = ({ columns, layout, onLayout, handleLabel, only }: SplitLayoutProps) => {
  const group = useGroupRef()
  const isKnown = layout !== undefined
  const restore = useEffectEvent((): void => {
    const now = group.current?.getLayout()
    if (layout && now && sameColumns(layout, now)) group.current?.setLayout(layout)
  })
  // The shares may be read only after the columns were first shown.
  useEffect(() => {
    if (isKnown) restore()
  }, [isKnown])
  return (
    <Group
      groupRef={group}
      orientation="horizontal"
      disabled={only !== null}
      defaultLayout={layout}
      onLayoutChanged={(next, meta) => {
        if (meta.isUserInteraction) onLayout(next)
      }}
    >
      {columns.flatMap((column, index) => [
        ...(index > 0 && only === null
          ? [
              <Separator
                key={`${column.id}-handle`}
                className="fy-separator"
                aria-label={handleLabel(column.id)}
              />,
            ]
          : []),
        <SplitPanel
          key={column.id}
          column={column}
          alone={only === null ? null : only === column.id}
          isKept={isKnown}
        />,
      ])}
    </Group>
  )
}

interface SplitPanelProps {
  readonly column: Column
  /** False: another column has all the room; null: it has its share. */
  readonly alone: boolean | null
  /** Its share was chosen by hand. */
  readonly isKept: boolean
}

const SplitPanel = ({ column, alone, isKept }: SplitPanelProps) => {
  const { id, content, minPx, defaultPx } = column
  const panel = usePanelRef()
  const before = useRef(defaultPx)
  const follow = useEffectEvent((): void => {
    if (defaultPx !== null && defaultPx !== before.current && !isKept) panel.current?.resize(defaultPx)
    before.current = defaultPx
  })
  // Larger text needs wider columns.
  useEffect(() => {
    follow()
  }, [defaultPx])
  return (
    <Panel
      id={id}
      panelRef={panel}
      data-alone={alone ?? undefined}
      minSize={minPx}
      {...(defaultPx === null
        ? {}
        : { defaultSize: defaultPx, groupResizeBehavior: 'preserve-pixel-size' as const })}
    >
      <div className="fy-split-column" hidden={alone === false}>
        {content}
      </div>
    </Panel>
  )
}

const sameColumns = (a: Layout, b: Layout): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((id) => id in b)
