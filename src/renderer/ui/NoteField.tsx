import { useId } from 'react'

import { textWidth } from '../../base/textWidth.ts'

export interface NoteFieldProps {
  readonly label: string
  readonly value: string
  /** In full-width characters. */
  readonly limit: number
  readonly onChange: (value: string) => void
}

/** A short text with its meter; what is too long is marked, never cut off. */
export const NoteField = ({ label, value, limit, onChange }: NoteFieldProps) => {
  const id = useId()
  const width = Math.ceil(textWidth(value))
  return (
    <div className="fy-note-field">
      <label htmlFor={id}>{label}</label>
      <span className="fy-secondary fy-digits">{`${width}/${limit}`}</span>
      <textarea
        id={id}
        rows={2}
        value={value}
        aria-invalid={width > limit}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
    </div>
  )
}
