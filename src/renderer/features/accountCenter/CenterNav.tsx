import { useState } from 'react'

import { resources } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { SearchField, useLanguage } from '../../ui/index.ts'
import { addressOf } from './address.ts'
import type { AccountCenterPage } from './pages.ts'
import { settingsNamed } from './settingsSearch.ts'

const SECTIONS = ['reception', 'customers', 'main-account', 'enterprise'] as const
/** So many settings are named below a page that has what is looked for. */
const NAMED_AT_MOST = 3

export interface CenterNavProps {
  readonly pages: readonly AccountCenterPage[]
  readonly open: AccountCenterPage | undefined
}

/** The pages one may open, and a search for the settings on them. */
export const CenterNav = ({ pages, open }: CenterNavProps) => {
  const { t } = useTranslation('accountCenter')
  const language = useLanguage()
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const found = pages
    .map((page) => {
      const name = t(`names.${page.path}`)
      const words: object = resources[language][page.words[0]]
      const part = page.words[1]
      const own = part === undefined ? words : new Map<string, unknown>(Object.entries(words)).get(part)
      const settings = typeof own === 'object' && own !== null ? settingsNamed(own, text) : []
      return { page, name, settings }
    })
    .filter(({ name, settings }) => name.toLocaleLowerCase().includes(wanted) || settings.length > 0)
  return (
    <nav className="fy-center-nav" aria-label={t('pages')}>
      <SearchField label={t('search')} value={text} onChange={setText} />
      {SECTIONS.map((section) => {
        const inside = found.filter(({ page }) => page.section === section)
        return inside.length === 0 ? null : (
          <div key={section}>
            <h2>{t(`sections.${section}`)}</h2>
            {inside.map(({ page, name, settings }) => (
              <a
                key={page.path}
                href={addressOf(page.path)}
                aria-current={page === open ? 'page' : undefined}
              >
                {name}
                {settings.slice(0, NAMED_AT_MOST).map((setting) => (
                  <span key={setting} className="fy-secondary fy-cut">
                    {setting}
                  </span>
                ))}
              </a>
            ))}
          </div>
        )
      })}
      {found.length === 0 && pages.length > 0 ? (
        <p className="fy-secondary" role="status">
          {t('nothingFound', { text: text.trim() })}
        </p>
      ) : null}
    </nav>
  )
}
