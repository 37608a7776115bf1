import { useState } from 'react'

import {
  settingDeclaration,
  type AgentSettingChanges,
  type AgentSettingName,
} from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { openSettings, SettingRow, useSaveSettings, useSettingStates } from '../settings/index.ts'
import { settingsOn, type SettingsPage } from './pages.ts'

/** Whether the usual row shows it. */
const isPlain = (name: AgentSettingName): boolean => settingDeclaration(name).control.kind !== 'own'

/** One page: its settings, what it adds of its own, and the way back to the defaults (R-03-184). */
export const PageView = ({ page: { key, section, Rows, Page } }: { readonly page: SettingsPage }) => {
  const { t } = useTranslation('settings')
  const states = useSettingStates()
  const save = useSaveSettings()
  const [taken, setTaken] = useState<AgentSettingChanges | null>(null)
  const names = settingsOn(key)
  const chosen = names.filter((name) => states?.[name].from === 'own')
  return (
    <>
      {Rows ? <Rows /> : names.filter(isPlain).map((name) => <SettingRow key={name} name={name} />)}
      {Page ? <Page /> : null}
      {section === 'workbench' ? (
        <p>
          <button
            type="button"
            className="fy-link-button"
            onClick={() => {
              openSettings()
            }}
          >
            {t('more')}
          </button>
        </p>
      ) : null}
      {names.length > 0 ? (
        <div className="fy-settings-restore">
          <Button
            disabled={chosen.length === 0}
            onClick={() => {
              if (!states) return
              setTaken(Object.fromEntries(chosen.map((name) => [name, states[name].value])))
              save(Object.fromEntries(chosen.map((name) => [name, null])))
            }}
          >
            {t('restore')}
          </Button>
          <span role="status">
            {taken ? (
              <>
                {t('restored')}
                <Button
                  kind="quiet"
                  onClick={() => {
                    save(taken)
                    setTaken(null)
                  }}
                >
                  {t('undo')}
                </Button>
              </>
            ) : null}
          </span>
        </div>
      ) : null}
    </>
  )
}
