import type { ComponentProps } from 'react'

export interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  /** Says what is looked for, also inside while it is empty. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** A field that narrows what is beside it with every letter. */
export const SearchField = ({ label, onChange, ...more }: SearchFieldProps) => (
  <input
    {...more}
    type="search"
    aria-label={label}
    placeholder={label}
    onChange={({ target }) => {
      onChange(target.value)
    }}
  />
)
