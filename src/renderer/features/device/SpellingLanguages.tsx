import { X } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { IconButton, useLanguage } from '../../ui/index.ts'
import { DeviceRow } from './DeviceRow.tsx'

/** Each has a dictionary of its own, which is fetched and kept. */
const MOST = 8

export interface SpellingLanguagesProps {
  readonly chosen: readonly string[]
  readonly languages: readonly string[]
}

/** The languages in which spelling is looked at. */
export const SpellingLanguages = ({ chosen, languages }: SpellingLanguagesProps) => {
  const { t } = useTranslation('shell')
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' })
  const nameOf = (code: string): string => names.of(code) ?? code
  const choose = (spellingLanguages: readonly string[]): void => {
    window.foyer?.tell({ kind: 'device.change', changes: { spellingLanguages } })
  }
  return (
    <DeviceRow name="spellingLanguages" hint={chosen.length === 0 ? t('device.noLanguage') : undefined}>
      <span className="fy-device-languages">
        {chosen.map((code) => (
          <span key={code} className="fy-device-language">
            {nameOf(code)}
            <IconButton
              label={t('device.removeLanguage', { language: nameOf(code) })}
              onClick={() => {
                choose(chosen.filter((one) => one !== code))
              }}
            >
              <X />
            </IconButton>
          </span>
        ))}
        {chosen.length < MOST ? (
          <select
            aria-label={t('device.addLanguage')}
            value=""
            onChange={({ target: { value } }) => {
              choose([...chosen, value])
            }}
          >
            <option value="">{t('device.addLanguage')}</option>
            {languages
              .filter((code) => !chosen.includes(code))
              .map((code) => (
                <option key={code} value={code}>
                  {nameOf(code)}
                </option>
              ))}
          </select>
        ) : null}
      </span>
    </DeviceRow>
  )
}
