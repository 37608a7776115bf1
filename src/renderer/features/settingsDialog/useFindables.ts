import { resources } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useLanguage } from '../../ui/index.ts'
import { useSettingWords } from '../settings/index.ts'
import type { Findable } from './findSettings.ts'
import { SETTINGS_PAGES, settingsOn } from './pages.ts'

/** Everything the search of the settings finds: pages, settings of the registry, and what pages of their own making name. */
export const useFindables = (): readonly (Findable & { readonly name: string })[] => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const words = useSettingWords()
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = resources[language].settings.own
  return SETTINGS_PAGES.flatMap(({ key }) => {
    const name = t(`pages.${key}`)
    return [
      { page: key, label: '', name, words: [name] },
      ...settingsOn(key).map((setting) => {
        const called = words.name(setting)
        return { page: key, label: setting, name: called, words: [called, words.hint(setting) ?? ''] }
      }),
      ...Object.entries(own[key] ?? {}).map(([label, called]) => ({
        page: key,
        label,
        name: called,
        words: [called],
      })),
    ]
  })
}
