import type { i18n } from 'i18next'
import { useState } from 'react'

import { TranslationProvider, useTranslation } from '../../translation/index.ts'
import { Segments, ThemeProvider } from '../../ui/index.ts'
import { firstLook, isSystemDark, paintOf, spokenLanguage, type Look } from '../settings/index.ts'
import { Controls } from './Controls.tsx'
import { Foundations } from './Foundations.tsx'
import { Pieces } from './Pieces.tsx'

import './design.css'

/**
 * Every part of the design system on one page; in development builds only.
 *
 * The address says how it looks, as it does everywhere: `?theme=dark&lang=en&skin=tide&text=150`.
 */
export const DesignPage = ({ words }: { readonly words: i18n }) => {
  const [look, setLook] = useState<Look>(firstLook)
  const language = spokenLanguage(look)
  return (
    <TranslationProvider words={words} language={language}>
      <ThemeProvider paint={paintOf(look, isSystemDark())} language={language}>
        <Page
          look={look}
          onLook={(more) => {
            setLook({ ...look, ...more })
          }}
        />
      </ThemeProvider>
    </TranslationProvider>
  )
}

interface PageProps {
  readonly look: Look
  readonly onLook: (look: Partial<Look>) => void
}

const Page = ({ look, onLook }: PageProps) => {
  const { t } = useTranslation('design')
  const { t: settings } = useTranslation('settings')
  return (
    <main className="fy-design">
      <h1>{t('title')}</h1>
      <div className="fy-design-row">
        <Segments
          label={settings('names.theme')}
          value={look.theme === 'system' ? 'light' : look.theme}
          options={[
            ['light', settings('options.theme.light')],
            ['dark', settings('options.theme.dark')],
            ['contrast', settings('options.theme.contrast')],
          ]}
          onChange={(theme) => {
            onLook({ theme })
          }}
        />
        <Segments
          label={settings('names.language')}
          value={spokenLanguage(look)}
          options={[
            ['zh-CN', settings('options.language.zh-CN')],
            ['en', settings('options.language.en')],
          ]}
          onChange={(language) => {
            onLook({ language })
          }}
        />
        <Segments
          label={settings('names.textSize')}
          value={look.textSize === 150 ? '150' : '100'}
          options={[
            ['100', '100 %'],
            ['150', '150 %'],
          ]}
          onChange={(size) => {
            onLook({ textSize: Number(size) })
          }}
        />
      </div>
      <Foundations paint={paintOf(look, isSystemDark())} />
      <Controls />
      <Pieces />
    </main>
  )
}
