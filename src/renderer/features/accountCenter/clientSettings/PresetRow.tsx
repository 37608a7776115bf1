import {
  settingDeclaration,
  type AgentSettingName,
  type SettingDefault,
} from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Segments } from '../../../ui/index.ts'
import { SettingControl, useSettingWords } from '../../settings/index.ts'

export interface PresetRowProps {
  readonly name: AgentSettingName
  /** Undefined: nobody has decided. */
  readonly preset: SettingDefault | undefined
  readonly onChange: (preset: SettingDefault | undefined) => void
}

const CHOICES = ['free', 'preset', 'locked'] as const

/** One setting: whether the company decides on it at all, on what, and whether agents may choose otherwise. */
export const PresetRow = ({ name, preset, onChange }: PresetRowProps) => {
  const { t } = useTranslation('accountCenter')
  const words = useSettingWords()
  const value = preset ? preset.value : settingDeclaration(name).usual
  const choice = preset ? (preset.locked ? 'locked' : 'preset') : 'free'
  return (
    <div className="fy-preset" role="group" aria-label={words.name(name)}>
      <span>{words.name(name)}</span>
      <Segments
        label={t('clientSettings.who', { name: words.name(name) })}
        value={choice}
        options={CHOICES.map((one) => [one, t(`clientSettings.choices.${one}`)] as const)}
        onChange={(next) => {
          onChange(next === 'free' ? undefined : { value, locked: next === 'locked' })
        }}
      />
      <div className="fy-setting">
        <SettingControl
          name={name}
          value={value}
          disabled={!preset}
          onChange={(next) => {
            onChange({ value: next, locked: preset?.locked ?? false })
          }}
        />
      </div>
    </div>
  )
}
