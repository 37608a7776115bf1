import { themeProblems } from '../../../../domain/looks/companyTheme.ts'
import { THEME_USES, type CompanyTheme } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Segments } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { PictureField } from '../widgets/PictureField.tsx'
import { ColorFields } from './ColorFields.tsx'
import { ThemePreview } from './ThemePreview.tsx'
import { ThemeProblems } from './ThemeProblems.tsx'

import './companyTheme.css'

const useThemeForm = createSettingsForm(({ version: _version, ...form }: CompanyTheme) => form)
const MODES = ['light', 'dark'] as const

/** AC › Enterprise › Company theme: how the company looks on its agents' screens (R-03-177). */
export const CompanyThemePage = () => {
  const { t } = useTranslation('accountCenter')
  const theme = useQuery('company-theme.get', {})
  return (
    <CenterPage title={t('names.enterprise/theme')} about={t('companyTheme.about')}>
      {theme ? <ThemeForm theme={theme} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}

const ThemeForm = ({ theme }: { readonly theme: CompanyTheme }) => {
  const { t } = useTranslation('accountCenter')
  const settings = useThemeForm(theme)
  const { form, change } = settings
  const run = useRun()
  const problems = themeProblems(form)
  return (
    <SettingsForm
      className="fy-theme-form"
      form={settings}
      held={theme}
      ready={problems.length === 0}
      send={({ version }) => run('company-theme.save', { ...form, version })}
      savedIn={({ companyTheme }) => companyTheme}
    >
      <div className="fy-form-field">
        <span>{t('companyTheme.use')}</span>
        <Segments
          label={t('companyTheme.use')}
          value={form.use}
          options={THEME_USES.map((use) => [use, t(`companyTheme.uses.${use}`)] as const)}
          onChange={(use) => {
            change({ ...form, use })
          }}
        />
        <span className="fy-secondary">{t(`companyTheme.useHints.${form.use}`)}</span>
      </div>
      <div className="fy-theme-sides">
        {MODES.map((mode) => (
          <fieldset key={mode}>
            <legend>{t(`companyTheme.modes.${mode}`)}</legend>
            <ColorFields
              colors={form[mode]}
              onChange={(colors) => {
                change({ ...form, [mode]: colors })
              }}
            />
            <ThemePreview mode={mode} theme={form} />
          </fieldset>
        ))}
      </div>
      <ThemeProblems problems={problems} />
      <div className="fy-theme-pictures">
        {(['logo', 'background'] as const).map((name) => (
          <div key={name}>
            <PictureField
              label={t(`companyTheme.${name}`)}
              as="theme"
              fileId={form[name]}
              onChange={(fileId) => {
                change({ ...form, [name]: fileId })
              }}
            />
            <p className="fy-secondary">{t(`companyTheme.${name}Hint`)}</p>
          </div>
        ))}
      </div>
    </SettingsForm>
  )
}
