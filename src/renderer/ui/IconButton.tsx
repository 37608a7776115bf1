import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

export interface IconButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'aria-label' | 'title'
> {
  /** Its name, also shown as a tooltip. */
  readonly label: string
  /** The key that does the same, as it is written on this computer. */
  readonly shortcut?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A button without words: it always has a name, and a tooltip that tells name and key. */
export const IconButton = ({ label, shortcut, children, className = '', ...rest }: IconButtonProps) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    data-tip={label}
    data-tip-key={shortcut}
    className={`fy-icon-button ${className}`}
  >
    {children}
  </button>
)
