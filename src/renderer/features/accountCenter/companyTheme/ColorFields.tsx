import type { ThemeColors } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Tick } from '../Tick.tsx'
import { ColorField } from './ColorField.tsx'

export interface ColorFieldsProps {
  readonly colors: ThemeColors
  readonly onChange: (colors: ThemeColors) => void
}

const NAMES = ['accent', 'bar', 'barText'] as const

/** The colours of one side of a theme: accent, bars, and what is written on them. */
export const ColorFields = ({ colors, onChange }: ColorFieldsProps) => {
  const { t } = useTranslation('accountCenter')
  const { barEnd } = colors
  return (
    <div className="fy-theme-colors">
      {NAMES.map((name) => (
        <ColorField
          key={name}
          label={t(`companyTheme.colors.${name}`)}
          value={colors[name]}
          onChange={(color) => {
            onChange({ ...colors, [name]: color })
          }}
        />
      ))}
      <Tick
        text={t('companyTheme.flows')}
        hint={t('companyTheme.flowsHint')}
        on={barEnd !== null}
        onChange={(on) => {
          onChange({ ...colors, barEnd: on ? colors.bar : null })
        }}
      />
      {barEnd === null ? null : (
        <ColorField
          label={t('companyTheme.colors.barEnd')}
          value={barEnd}
          onChange={(color) => {
            onChange({ ...colors, barEnd: color })
          }}
        />
      )}
    </div>
  )
}
