import type { i18n } from 'i18next'
import { Inbox, Search, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'

import {
  Avatar,
  Button,
  cssVariables,
  dark,
  EmptyState,
  ErrorLine,
  IconButton,
  light,
  RelativeTime,
  Segments,
  serverNow,
  Skeleton,
  ThemeProvider,
  UnreadBadge,
  useLanguage,
  WaitingTime,
} from '../../ui/index.ts'

import './design.css'

/** Every part of the design system on one page; in development builds only. */
export const DesignPage = ({ words }: { readonly words: i18n }) => {
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  return (
    <I18nextProvider i18n={words}>
      <Parts theme={theme} onTheme={setTheme} />
    </I18nextProvider>
  )
}

interface PartsProps {
  readonly theme: 'light' | 'dark'
  readonly onTheme: (theme: 'light' | 'dark') => void
}

const Parts = ({ theme, onTheme }: PartsProps) => {
  const { t } = useTranslation('design')
  const language = useLanguage()
  const [since] = useState(() => serverNow() - 50_000)
  const palette = Object.entries(cssVariables(theme === 'dark' ? dark : light))
  return (
    <ThemeProvider isDark={theme === 'dark'} language={language}>
      <main className="fy-design">
        <h1>{t('title')}</h1>
        <Segments
          label={t('theme')}
          value={theme}
          options={[
            ['light', t('light')],
            ['dark', t('dark')],
          ]}
          onChange={onTheme}
        />
        <section aria-label={t('colours')}>
          {palette
            .filter(([, value]) => value.startsWith('#'))
            .map(([name, value]) => (
              <figure key={name}>
                <span style={{ background: `var(${name})` }} />
                <figcaption>
                  {name} <span className="fy-secondary">{value}</span>
                </figcaption>
              </figure>
            ))}
        </section>
        <section aria-label={t('buttons')}>
          <Button kind="primary">{t('sample')}</Button>
          <Button>{t('sample')}</Button>
          <Button kind="quiet">{t('sample')}</Button>
          <Button kind="danger">{t('sample')}</Button>
          <Button disabled>{t('sample')}</Button>
          <IconButton label={t('search')} shortcut="Ctrl+K">
            <Search />
          </IconButton>
          <IconButton label={t('sample')} disabled>
            <Trash2 />
          </IconButton>
        </section>
        <section aria-label={t('signs')}>
          <Avatar id="a" name={t('person')} size={44} channel="web" presence="online" />
          <Avatar id="b" name={t('person')} channel="im" presence="busy" />
          <Avatar id="c" name={t('person')} size={28} presence="suspended" />
          <UnreadBadge count={7} />
          <UnreadBadge count={120} />
          <WaitingTime since={since} limitMs={60_000} />
          <RelativeTime at={since} />
          <span className="fy-tag" data-color="green">
            {t('sample')}
          </span>
          <kbd className="fy-key">{t('key')}</kbd>
        </section>
        <section aria-label={t('states')}>
          <EmptyState icon={Inbox} title={t('emptyTitle')} hint={t('emptyHint')}>
            <Button>{t('sample')}</Button>
          </EmptyState>
          <ErrorLine text={t('error')} />
          <div style={{ width: 280 }}>
            <Skeleton rows={3} rowHeight={64} avatar />
          </div>
        </section>
      </main>
    </ThemeProvider>
  )
}
