export interface PickManyProps<T extends string | number> {
  readonly label: string
  readonly options: readonly (readonly [value: T, text: string])[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: T[]) => void
}

/** Some of a short list: each is a button that is pressed or not. */
export const PickMany = <T extends string | number>({
  label,
  options,
  chosen,
  onChange,
}: PickManyProps<T>) => (
  <div className="fy-pick" role="group" aria-label={label}>
    {options.map(([value, text]) => (
      <button
        key={value}
        type="button"
        aria-pressed={chosen.includes(value)}
        onClick={() => {
          onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
        }}
      >
        {text}
      </button>
    ))}
  </div>
)
