import {
  settingDeclaration,
  type AgentSettingName,
  type AgentSettingValue,
} from '../../../protocol/model/index.ts'
import { Segments } from '../../ui/index.ts'
import { useSettingWords } from './settingWords.ts'
import { useCompanyTheme } from './useCompanyTheme.ts'

export interface SettingControlProps {
  readonly name: AgentSettingName
  readonly value: unknown
  readonly disabled: boolean
  readonly onChange: (value: unknown) => void
}

/** So many choices stand beside each other; more are in a list. */
const IN_SIGHT = 3

/** A skin that is there only where the company has a theme (R-03-177). */
const NEEDS_THEME = 'company' satisfies AgentSettingValue<'skin'>

/** What a setting is chosen with, by what it may be; nothing for one that has a page of its own making. */
export const SettingControl = ({ name, value, disabled, onChange }: SettingControlProps) => {
  const words = useSettingWords()
  const theme = useCompanyTheme()
  const { control } = settingDeclaration(name)
  const label = words.name(name)
  if (control.kind === 'tick')
    return (
      <input
        type="checkbox"
        role="switch"
        className="fy-setting-switch"
        aria-label={label}
        aria-checked={value === true}
        checked={value === true}
        disabled={disabled}
        onChange={({ target: { checked } }) => {
          onChange(checked)
        }}
      />
    )
  if (control.kind === 'choice' && control.options.length <= IN_SIGHT)
    return (
      <Segments
        label={label}
        value={String(value)}
        options={control.options.map((option) => [option, words.option(name, option)])}
        disabled={disabled}
        onChange={onChange}
      />
    )
  if (control.kind === 'own') return null
  const options: readonly (string | number)[] = control.options.filter(
    (option) => option !== NEEDS_THEME || theme !== null,
  )
  return (
    <select
      aria-label={label}
      value={String(value)}
      disabled={disabled}
      onChange={({ target }) => {
        onChange(options.find((option) => String(option) === target.value))
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {typeof option === 'number' ? words.amount(name, option) : words.option(name, option)}
        </option>
      ))}
      {/* What another version of the program offers. */}
      {options.some((option) => option === value) ? null : (
        <option value={String(value)}>{String(value)}</option>
      )}
    </select>
  )
}
