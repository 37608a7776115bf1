import {
  AGENT_SETTING_NAMES,
  isPresettable,
  SETTING_PAGES,
  settingDeclaration,
  type SettingDefaults,
} from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { PresetRow } from './PresetRow.tsx'

import './clientSettings.css'

const useDefaultsForm = createSettingsForm(({ settings }: SettingDefaults) => settings)

/** AC › Enterprise › Client settings: how agents' clients are set up at first, and what agents cannot choose (R-03-185). */
export const ClientSettingsPage = () => {
  const { t } = useTranslation('accountCenter')
  const defaults = useQuery('setting-defaults.get', {})
  return (
    <CenterPage title={t('names.enterprise/client')} about={t('clientSettings.about')}>
      {defaults ? <Presets defaults={defaults} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}

const Presets = ({ defaults }: { readonly defaults: SettingDefaults }) => {
  const { t } = useTranslation('settings')
  const settings = useDefaultsForm(defaults)
  const { form, change } = settings
  const run = useRun()
  return (
    <SettingsForm
      className="fy-presets"
      form={settings}
      held={defaults}
      ready
      // What a newer program has decided cannot be sent by this one.
      send={({ version }) => {
        const known = Object.fromEntries(Object.entries(form).filter(([name]) => isKnown(name)))
        return run('company-setting-default.save', { version, settings: known })
      }}
      savedIn={(saved) => saved.defaults}
    >
      {PAGES.map(({ page, names }) => (
        <fieldset key={page}>
          <legend>{t(`pages.${page}`)}</legend>
          {names.map((name) => (
            <PresetRow
              key={name}
              name={name}
              preset={form[name]}
              onChange={(preset) => {
                const { [name]: _former, ...rest } = form
                change(preset ? { ...rest, [name]: preset } : rest)
              }}
            />
          ))}
        </fieldset>
      ))}
    </SettingsForm>
  )
}

const PAGES = SETTING_PAGES.map((page) => ({
  page,
  names: AGENT_SETTING_NAMES.filter((name) => settingDeclaration(name).page === page && isPresettable(name)),
})).filter(({ names }) => names.length > 0)

const isKnown = (name: string): boolean => PAGES.some(({ names }) => names.some((one) => one === name))
