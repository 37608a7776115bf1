import { toChildArray, type ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

import type { WidgetSettings } from '../../../protocol/wire/index.ts'
import { problemIn } from '../../words/index.ts'
import { useSpeech } from '../context.ts'
import { Icon } from './Icon.tsx'
import { NavEntry, NavMenu, type NavMenuProps } from './NavMenu.tsx'

export interface NavBarProps extends Pick<NavMenuProps, 'onChoose'> {
  readonly settings: WidgetSettings | null
  /** Why the last choice had no effect; null: it had. */
  readonly problem: string | null
  /** What stands in the same row before the menu, behind it, and always at its end. */
  readonly lead: ComponentChildren
  readonly tail: ComponentChildren
  readonly end: ComponentChildren
}

/** The menu within reach wherever the thread is scrolled to, with the company's quick buttons (R-18-041). */
export const NavBar = ({ settings, onChoose, problem, lead, tail, end }: NavBarProps) => {
  const { words } = useSpeech()
  const [open, setOpen] = useState(false)
  const { entries = [], buttons = [] } = settings?.menu ?? {}
  const others = toChildArray([lead, tail, end])
  if (!settings || entries.length + buttons.length + others.length === 0) return null
  const chosen: NavMenuProps['onChoose'] = (item) => {
    setOpen(false)
    onChoose(item)
  }
  return (
    <div class="nav-bar">
      {open && (
        <div class="nav-panel" id="nav-panel">
          <NavMenu settings={settings} onChoose={chosen} />
        </div>
      )}
      <div class="bar-row">
        <div class="nav-buttons">
          {lead}
          {entries.length > 0 && (
            <button
              type="button"
              class="nav-button"
              aria-expanded={open}
              aria-controls={open ? 'nav-panel' : undefined}
              onClick={() => {
                setOpen(!open)
              }}
            >
              <Icon name="menu" />
              {words.menu.open}
            </button>
          )}
          {buttons.map((item) => (
            <NavEntry key={item.id} item={item} settings={settings} onChoose={chosen} />
          ))}
          {tail}
        </div>
        {end}
      </div>
      <p class="problem" role="alert">
        {problem === null ? '' : problem === 'offline' ? words.menu.offline : problemIn(words, problem)}
      </p>
    </div>
  )
}
