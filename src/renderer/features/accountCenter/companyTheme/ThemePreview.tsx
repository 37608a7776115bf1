import { Headset, MessageSquare, UsersRound } from 'lucide-react'
import type { CSSProperties } from 'react'

import { themedPalette, type ThemeMode } from '../../../../domain/looks/companyTheme.ts'
import type { CompanyTheme, FileId } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { barVariables, cssVariables } from '../../../ui/index.ts'

export interface ThemePreviewProps {
  readonly mode: ThemeMode
  readonly theme: Omit<CompanyTheme, 'use' | 'version'>
}

/** The workbench in small, as it will look. */
export const ThemePreview = ({ mode, theme }: ThemePreviewProps) => {
  const { t } = useTranslation('accountCenter')
  const colors = theme[mode]
  const palette = themedPalette(mode, colors)
  const logo = useQuery('file.url', { fileId: theme.logo ?? ('' as FileId) })?.url
  const background = useQuery('file.url', { fileId: theme.background ?? ('' as FileId) })?.url
  const style: CSSProperties = { ...cssVariables(palette), ...barVariables(colors, palette) }
  return (
    <div
      className="fy-theme-preview"
      role="img"
      aria-label={t('companyTheme.preview', { mode: t(`companyTheme.modes.${mode}`) })}
      style={style}
    >
      <div className="fy-theme-preview-top">
        {theme.logo && logo ? <img src={logo} alt="" /> : <Headset />}
        {t('companyTheme.sample.company')}
      </div>
      <div className="fy-theme-preview-side">
        <MessageSquare />
        <UsersRound />
      </div>
      <div className="fy-theme-preview-list">
        <p data-selected>{t('companyTheme.sample.row')}</p>
        <p>
          <span className="fy-theme-preview-link">{t('companyTheme.sample.link')}</span>
        </p>
        <span className="fy-theme-preview-button">{t('companyTheme.sample.button')}</span>
      </div>
      <div className="fy-theme-preview-talk">
        <p>{t('companyTheme.sample.customer')}</p>
        <p data-own>{t('companyTheme.sample.agent')}</p>
        {theme.background && background ? (
          <div className="fy-theme-preview-place" style={{ backgroundImage: `url("${background}")` }}>
            <span>{t('companyTheme.sample.empty')}</span>
          </div>
        ) : null}
      </div>
    </div>
  )
}
