import type { ComponentProps, RefObject } from 'react'

export interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  /** Says what is looked for, also inside while it is empty. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Where what is found is chosen: Enter takes the first, and the next can be looked for. */
  readonly choices?: RefObject<HTMLElement | null>
}

/** A field that narrows what is beside it with every letter. */
export const SearchField = ({ label, choices, onChange, onKeyDown, ...more }: SearchFieldProps) => (
  <input
    {...more}
    type="search"
    aria-label={label}
    placeholder={label}
    onChange={({ target }) => {
      onChange(target.value)
    }}
    onKeyDown={(event) => {
      onKeyDown?.(event)
      const composes = event.nativeEvent.isComposing || event.keyCode === 229
      if (!choices || event.key !== 'Enter' || composes || more.value.trim() === '') return
      // It would send the form.
      event.preventDefault()
      const first = choices.current?.querySelector<HTMLElement>('button, input')
      if (!first) return
      first.click()
      onChange('')
    }}
  />
)
