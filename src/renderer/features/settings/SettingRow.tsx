import { Lock } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import type { SettingState } from '../../../client/api.ts'
import type { AgentSettingName } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { SettingControl } from './SettingControl.tsx'
import { useSettingWords } from './settingWords.ts'
import { useSaveSettings, useSettingStates } from './useAgentSetting.ts'

import './settings.css'

export interface SettingRowProps {
  readonly name: AgentSettingName
  /** Instead of the usual control, for what needs one of its own. */
  readonly children?: ReactNode
}

/** One setting of the agent: what it is called, what is chosen, and who decided if it was not the agent (R-03-185). */
export const SettingRow = ({ name, children }: SettingRowProps) => {
  const { t } = useTranslation('settings')
  const words = useSettingWords()
  const state = useSettingStates()?.[name]
  const save = useSaveSettings()
  // Shown before it is written, until what holds is told anew.
  const [chosen, setChosen] = useState<{ readonly value: unknown; readonly over: SettingState } | null>(null)
  const value = chosen && chosen.over === state ? chosen.value : state?.value
  const hint = words.hint(name)
  return (
    <div className="fy-setting" data-setting={name}>
      <div className="fy-setting-name">
        <span>{words.name(name)}</span>
        {hint ? <span className="fy-secondary">{hint}</span> : null}
        {state?.locked ? (
          <span className="fy-secondary fy-setting-lock">
            <Lock aria-hidden="true" />
            {t('locked')}
          </span>
        ) : null}
      </div>
      {children ?? (
        <SettingControl
          name={name}
          value={value}
          disabled={!state || state.locked}
          onChange={(next) => {
            if (!state) return
            setChosen({ value: next, over: state })
            save({ [name]: next })
          }}
        />
      )}
    </div>
  )
}
