import { useEffect, useRef, useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Dialog, SearchField } from '../../ui/index.ts'
import { closeSettings, openSettings, useOpenSettings } from '../settings/index.ts'
import { findSettings } from './findSettings.ts'
import { SETTINGS_PAGES } from './pages.ts'
import { PageView } from './PageView.tsx'
import { useFindables } from './useFindables.ts'

import './settingsDialog.css'

const SECTIONS = ['personal', 'basic', 'workbench'] as const

/** The settings, wherever they are asked for; nothing while they are closed. */
export const SettingsDialog = () => {
  const page = useOpenSettings(({ page }) => page)
  return page === null ? null : <OpenSettings wanted={page} />
}

/** A tree of pages beside the one that is open, and a search through all of them (R-03-180). */
const OpenSettings = ({ wanted }: { readonly wanted: string }) => {
  const { t } = useTranslation('settings')
  const findables = useFindables()
  const [text, setText] = useState('')
  const [goal, setGoal] = useState('')
  const view = useRef<HTMLDivElement>(null)
  const open = SETTINGS_PAGES.find(({ key }) => key === wanted) ?? SETTINGS_PAGES[0]
  const found = findSettings(findables, text)

  useEffect(() => {
    const row = goal === '' ? null : view.current?.querySelector<HTMLElement>(`[data-setting="${goal}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('input, select, button')?.focus()
  }, [goal, wanted])

  const go = (page: string, label: string): void => {
    openSettings(page)
    setGoal(label)
  }
  const entry = (page: string, label: string, name: string) => (
    <button
      key={`${page} ${label}`}
      type="button"
      aria-current={text === '' && page === open?.key ? 'page' : undefined}
      onClick={() => {
        go(page, label)
      }}
    >
      {name}
      {label === '' || text === '' ? null : (
        <span className="fy-secondary">{t(`pages.${page}` as 'pages.looks')}</span>
      )}
    </button>
  )

  return (
    <Dialog title={t('title')} width={760} onClose={closeSettings}>
      <div className="fy-settings">
        <nav aria-label={t('pagesLabel')}>
          <SearchField
            label={t('search')}
            value={text}
            onChange={setText}
            onKeyDown={(event) => {
              const [first] = found
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && first)
                go(first.page, first.label)
            }}
          />
          {text.trim() === ''
            ? SECTIONS.map((section) => (
                <div key={section}>
                  <h3>{t(`sections.${section}`)}</h3>
                  {SETTINGS_PAGES.filter((page) => page.section === section).map(({ key }) =>
                    entry(key, '', t(`pages.${key}`)),
                  )}
                </div>
              ))
            : found.map(({ page, label, name }) => entry(page, label, name))}
          {text.trim() !== '' && found.length === 0 ? (
            <p className="fy-secondary" role="status">
              {t('nothingFound')}
            </p>
          ) : null}
        </nav>
        {open ? (
          <div ref={view} key={open.key} className="fy-settings-page" data-page={open.key}>
            <h3>{t(`pages.${open.key}`)}</h3>
            <PageView page={open} />
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}
