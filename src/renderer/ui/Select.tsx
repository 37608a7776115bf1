export interface SelectProps<T extends string | number> {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [value: T, text: string])[]
  readonly onChange: (value: T) => void
}

/** A choice of one among many, out of sight until it is opened. */
export const Select = <T extends string | number>(props: SelectProps<T>) => {
  const { label, value, options, onChange } = props
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find(([option]) => String(option) === target.value)
        if (chosen) onChange(chosen[0])
      }}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  )
}
