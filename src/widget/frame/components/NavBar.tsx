import { useState } from 'preact/hooks'

import { problemIn } from '../../words/index.ts'
import { useSpeech } from '../context.ts'
import { Icon } from './Icon.tsx'
import { NavEntry, NavMenu, type NavMenuProps } from './NavMenu.tsx'

export interface NavBarProps extends NavMenuProps {
  /** Why the last choice had no effect; null: it had. */
  readonly problem: string | null
}

/** The menu within reach wherever the thread is scrolled to, with the company's quick buttons (R-18-041). */
export const NavBar = ({ settings, onChoose, problem }: NavBarProps) => {
  const { words } = useSpeech()
  const [open, setOpen] = useState(false)
  const { menu } = settings
  if (!menu || (menu.entries.length === 0 && menu.buttons.length === 0)) return null
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
      <div class="nav-buttons">
        {menu.entries.length > 0 && (
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
        {menu.buttons.map((item) => (
          <NavEntry key={item.id} item={item} settings={settings} onChoose={chosen} />
        ))}
      </div>
      <p class="problem" role="alert">
        {problem === null ? '' : problem === 'offline' ? words.menu.offline : problemIn(words, problem)}
      </p>
    </div>
  )
}
