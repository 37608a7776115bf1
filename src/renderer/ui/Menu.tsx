import { Check } from 'lucide-react'
import { Fragment, type KeyboardEvent, type ReactNode } from 'react'

export interface MenuItem {
  readonly key: string
  readonly label: ReactNode
  readonly disabled?: boolean
  readonly danger?: boolean
  /** Given: the item is one of several of which one is chosen. */
  readonly checked?: boolean
}

export interface MenuSection {
  readonly key: string
  readonly title?: string
  readonly items: readonly MenuItem[]
}

export interface MenuProps {
  readonly sections: readonly MenuSection[]
  readonly onChoose: (key: string) => void
}

/** The inside of a menu: arrows move, letters are left alone, Enter chooses. Put it into a panel of role `menu`. */
export const Menu = ({ sections, onChoose }: MenuProps) => (
  // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the panel around it is the menu
  <div className="fy-menu" onKeyDown={moveFocus}>
    {sections
      .filter(({ items }) => items.length > 0)
      .map(({ key: sectionKey, title, items }, index) => (
        <Fragment key={sectionKey}>
          {index > 0 ? <hr className="fy-menu-rule" /> : null}
          <div role="group" aria-label={title}>
            {title === undefined ? null : (
              <div className="fy-menu-title" aria-hidden="true">
                {title}
              </div>
            )}
            {items.map(({ key, label, disabled = false, danger = false, checked }) => (
              <button
                key={key}
                type="button"
                role={checked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={checked}
                aria-disabled={disabled}
                data-danger={danger || undefined}
                data-first={checked || undefined}
                tabIndex={-1}
                onClick={() => {
                  if (!disabled) onChoose(key)
                }}
              >
                <span className="fy-menu-label">{label}</span>
                {checked ? <Check aria-hidden="true" /> : null}
              </button>
            ))}
          </div>
        </Fragment>
      ))}
  </div>
)

const MODIFIERS: ReadonlySet<string> = new Set(['Alt', 'Control', 'Meta', 'AltGraph'])

const moveFocus = (event: KeyboardEvent<HTMLDivElement>): void => {
  const { key, altKey, ctrlKey, metaKey } = event
  if ((altKey || ctrlKey || metaKey) && !MODIFIERS.has(key)) {
    // A key of the workbench: what it leads to must not lie under the menu of something else.
    event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
    return
  }
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  const now = items.findIndex((item) => item === document.activeElement)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: (now + 1) % items.length,
    ArrowUp: (now - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }
  const next = steps[key]
  if (next === undefined) return
  event.preventDefault()
  items[next]?.focus()
}
