import { useId, useRef, useState, type KeyboardEvent } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'
import { useKeyLabel } from '../actions/index.ts'
import type { RightPanelProps } from './menus.ts'
import { useChosenMenu } from './useChosenMenu.ts'
import { useMenus, type OfferedMenu } from './useMenus.tsx'

import './rightMenu.css'

/** What is known of the customer of the open conversation, one kind at a time. */
export const RightMenu = ({ view: latest, onOpen }: RightPanelProps) => {
  const { t } = useTranslation('rightMenu')
  const view = useKnown(latest)
  const [chosen, choose] = useChosenMenu(view.conversation.id)
  const tabs = useRef<HTMLDivElement>(null)
  const id = useId()
  const all = useMenus()
  // What was left out can still be asked for by its key, and is in the menu for as long as it is open.
  const offered = all.filter(({ shown, name }) => shown || name === chosen)
  const shown = offered.find(({ name }) => name === chosen) ?? offered.find(({ name }) => name === 'profile')
  if (!shown) return null
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = offered[(offered.indexOf(shown) + by + offered.length) % offered.length]
    if (!next) return
    choose(next.name)
    tabs.current?.querySelector<HTMLElement>(`[data-menu="${next.name}"]`)?.focus()
  }
  return (
    <aside className="fy-customer" aria-label={t('region')} data-area="customer" tabIndex={-1}>
      <div
        ref={tabs}
        role="tablist"
        tabIndex={-1}
        aria-label={t('menu')}
        className="fy-right-menu"
        onKeyDown={step}
      >
        {offered.map((menu) => (
          <Tab
            key={menu.name}
            menu={menu}
            selected={menu === shown}
            panelId={id}
            onChoose={() => {
              choose(menu.name)
            }}
          />
        ))}
      </div>
      <div
        id={id}
        role="tabpanel"
        aria-label={shown.label}
        className="fy-right-panel"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
        key={`${shown.name} ${view.customer.id}`}
      >
        {shown.panel({ view, onOpen })}
      </div>
    </aside>
  )
}

/**
 * The same view for as long as it says the same of the customer.
 *
 * A message that comes or goes changes the conversation and nothing that is told here, and the panels are half of the window:
 * they look at the conversation's id and not at how far it is.
 */
const useKnown = (view: ConversationView): ConversationView => {
  const [known, setKnown] = useState(view)
  if (isSameKnown(known, view)) return known
  setKnown(view)
  return view
}

const isSameKnown = (a: ConversationView, b: ConversationView): boolean =>
  a.conversation.id === b.conversation.id &&
  a.customer === b.customer &&
  a.remark === b.remark &&
  a.session === b.session

interface TabProps {
  readonly menu: OfferedMenu
  readonly selected: boolean
  readonly panelId: string
  readonly onChoose: () => void
}

/** An icon; the chosen one says its name too. */
const Tab = ({ menu: { name, label, action, Icon }, selected, panelId, onChoose }: TabProps) => {
  const key = useKeyLabel(action ?? 'profile')
  return (
    <button
      type="button"
      role="tab"
      aria-selected={selected}
      aria-controls={panelId}
      aria-label={label}
      data-menu={name}
      data-tip={selected ? undefined : label}
      data-tip-key={action === null ? undefined : key}
      tabIndex={selected ? 0 : -1}
      onClick={onChoose}
    >
      <Icon aria-hidden="true" />
      {selected ? <span>{label}</span> : null}
    </button>
  )
}
