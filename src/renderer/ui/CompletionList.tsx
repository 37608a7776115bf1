import type { ReactNode } from 'react'

import './completion.css'

export interface CompletionListProps<Item> {
  /** The options are `<id>-0`, `<id>-1` …, for the field's `aria-activedescendant`. */
  readonly id: string
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly active: number
  readonly onChoose: (item: Item) => void
  /** One line for each item. */
  readonly line: (item: Item) => ReactNode
  /** What stands beside and below the list. */
  readonly children?: ReactNode
}

/** What fits behind something that was typed, above the field; the keys are the field's, and so is the focus. */
export const CompletionList = <Item,>({
  id,
  label,
  items,
  keyOf,
  active,
  onChoose,
  line,
  children,
}: CompletionListProps<Item>) => (
  <div className="fy-completion">
    <div id={id} role="listbox" aria-label={label} className="fy-completion-list">
      {items.map((item, index) => (
        <button
          key={keyOf(item)}
          id={`${id}-${index}`}
          ref={index === active ? intoView : null}
          type="button"
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          // The field keeps the focus.
          onPointerDown={(event) => {
            event.preventDefault()
          }}
          onClick={() => {
            onChoose(item)
          }}
        >
          {line(item)}
        </button>
      ))}
    </div>
    {children}
  </div>
)

const intoView = (element: HTMLElement | null): void => {
  element?.scrollIntoView({ block: 'nearest' })
}
