import { useId, useState } from 'react'

import { useTranslation } from '../../../translation/index.ts'

export interface ColorFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (color: string) => void
}

const COLOR = /^#[\da-f]{6}$/u

/** A colour, picked or written; what is being written counts once it is one. */
export const ColorField = ({ label, value, onChange }: ColorFieldProps) => {
  const { t } = useTranslation('accountCenter')
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const shown = text ?? value
  return (
    <div className="fy-theme-color">
      <label htmlFor={id}>{label}</label>
      <input
        type="color"
        aria-label={t('companyTheme.pick', { name: label })}
        value={value}
        onChange={({ target }) => {
          setText(null)
          onChange(target.value)
        }}
      />
      <input
        id={id}
        className="fy-digits"
        value={shown}
        maxLength={7}
        spellCheck={false}
        aria-invalid={!COLOR.test(shown.toLowerCase())}
        onChange={({ target }) => {
          const written = target.value.trim().toLowerCase()
          setText(target.value)
          if (COLOR.test(written)) onChange(written)
        }}
        onBlur={() => {
          setText(null)
        }}
      />
    </div>
  )
}
