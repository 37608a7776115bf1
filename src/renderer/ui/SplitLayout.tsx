import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'

export interface Column {
  readonly id: string
  readonly content: ReactNode
  readonly minPx: number
  /** Null: takes what the others leave. */
  readonly defaultPx: number | null
}

export interface SplitLayoutProps {
  readonly columns: readonly Column[]
  /** Shares of the columns as they were left; undefined for the defaults. */
  readonly layout: Readonly<Record<string, number>> | undefined
  readonly onLayout: (layout: Readonly<Record<string, number>>) => void
  /** Name of the handle before the column of this id. */
  readonly handleLabel: (id: string) => string
}

/** Columns side by side with handles that are dragged, or moved with the arrow keys; a double click restores. */
export const SplitLayout = ({ columns, layout, onLayout, handleLabel }: SplitLayoutProps) => (
  <Group
    orientation="horizontal"
    defaultLayout={layout}
    onLayoutChanged={(next, meta) => {
      if (meta.isUserInteraction) onLayout(next)
    }}
  >
    {columns.flatMap(({ id, content, minPx, defaultPx }, index) => [
      ...(index > 0
        ? [<Separator key={`${id}-handle`} className="fy-separator" aria-label={handleLabel(id)} />]
        : []),
      <Panel
        key={id}
        id={id}
        minSize={minPx}
        {...(defaultPx === null
          ? {}
          : { defaultSize: defaultPx, groupResizeBehavior: 'preserve-pixel-size' as const })}
      >
        {content}
      </Panel>,
    ])}
  </Group>
)
