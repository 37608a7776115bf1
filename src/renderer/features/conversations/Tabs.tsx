import type { KeyboardEvent } from 'react'

import { useTranslation } from '../../translation/index.ts'
import type { ListTab } from './store.ts'

export interface TabsProps {
  readonly tab: ListTab
  readonly running: number
  readonly capacity: number
  readonly onTab: (tab: ListTab) => void
}

const TABS: readonly ListTab[] = ['in-session', 'all']

export const Tabs = ({ tab, running, capacity, onTab }: TabsProps) => {
  const { t } = useTranslation('conversations')
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const next = tab === 'all' ? 'in-session' : 'all'
    onTab(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }
  return (
    <div role="tablist" aria-label={t('tabs')} className="fy-tabs" tabIndex={-1} onKeyDown={onKeyDown}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-tab={one}
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => {
            onTab(one)
          }}
        >
          {t(`tab.${one}`)}
          {one === 'in-session' ? (
            <span className="fy-digits"> {capacity > 0 ? t('load', { running, capacity }) : running}</span>
          ) : null}
        </button>
      ))}
    </div>
  )
}
