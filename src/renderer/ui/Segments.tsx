import { useId } from 'react'

export interface SegmentsProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [value: T, text: string])[]
  readonly disabled?: boolean
  readonly onChange: (value: T) => void
}

/** A choice of one among few, all of them in sight. */
export const Segments = <T extends string>({
  label,
  value,
  options,
  disabled = false,
  onChange,
}: SegmentsProps<T>) => {
  const name = useId()
  return (
    <div className="fy-segments" role="radiogroup" aria-label={label}>
      {options.map(([option, text]) => (
        <label key={option} data-on={option === value || undefined}>
          <input
            type="radio"
            name={name}
            checked={option === value}
            disabled={disabled}
            onChange={() => {
              onChange(option)
            }}
          />
          {text}
        </label>
      ))}
    </div>
  )
}
