import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button, Dialog, Field } from '../../ui/index.ts'
import { IDLE_MINUTES, IDLE_PRESENCES, PREFERENCES, usePreferences, type Preferences } from './preferences.ts'

/** How this device behaves; each choice is kept at once. */
export const PreferencesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('workbench')
  const [kept, keep] = usePreferences()
  // Shown at once, before it is written; the next choice adds to it.
  const [chosen, setChosen] = useState<Preferences | null>(null)
  const preferences = chosen ?? kept ?? PREFERENCES
  const choose = (more: Partial<Preferences>): void => {
    if (!kept) return
    const next = { ...preferences, ...more }
    setChosen(next)
    keep(next)
  }
  return (
    <Dialog
      title={t('preferences.title')}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t('preferences.done')}
        </Button>
      }
    >
      <div className="fy-preferences">
        <Field label={t('preferences.idleAfter')} hint={t('preferences.idleHint')}>
          <select
            value={preferences.idleMinutes}
            onChange={({ target: { value } }) => {
              const idleMinutes = IDLE_MINUTES.find((one) => String(one) === value)
              if (idleMinutes !== undefined) choose({ idleMinutes })
            }}
          >
            {IDLE_MINUTES.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? t('preferences.never') : t('preferences.minutes', { count: minutes })}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('preferences.idlePresence')}>
          <select
            value={preferences.idlePresence}
            disabled={preferences.idleMinutes === 0}
            onChange={({ target: { value } }) => {
              const idlePresence = IDLE_PRESENCES.find((one) => one === value)
              if (idlePresence) choose({ idlePresence })
            }}
          >
            {IDLE_PRESENCES.map((presence) => (
              <option key={presence} value={presence}>
                {t(`presence.${presence}`)}
              </option>
            ))}
          </select>
        </Field>
        {TICKS.map(({ group, names }) => (
          <fieldset key={group}>
            <legend>{t(`preferences.${group}`)}</legend>
            {names.map((name) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={preferences[name]}
                  onChange={({ target: { checked } }) => {
                    choose({ [name]: checked })
                  }}
                />
                {t(`preferences.${name}`)}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Dialog>
  )
}

const TICKS = [
  { group: 'arrival', names: ['soundOnArrival', 'flashOnArrival'] },
  { group: 'remove', names: ['removeEnded', 'removeTransferred'] },
] as const
