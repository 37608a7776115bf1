import { useId } from 'react'

import { textWidth } from '../../base/textWidth.ts'

export interface LineFieldProps {
  readonly label: string
  readonly value: string
  /** In full-width characters, unless it is measured otherwise. */
  readonly limit: number
  readonly measure?: (text: string) => number
  readonly placeholder?: string | undefined
  readonly onChange: (value: string) => void
}

/** One line with its meter; what is too long is marked, never cut off. */
export const LineField = (props: LineFieldProps) => {
  const { label, value, limit, measure = textWidth, placeholder, onChange } = props
  const id = useId()
  const width = Math.ceil(measure(value.trim()))
  return (
    <div className="fy-line-field">
      <label htmlFor={id}>{label}</label>
      <span className="fy-secondary fy-digits">{`${width}/${limit}`}</span>
      <input
        id={id}
        value={value}
        placeholder={placeholder}
        aria-invalid={width > limit}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
    </div>
  )
}
