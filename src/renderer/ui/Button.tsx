import type { ButtonHTMLAttributes, Ref } from 'react'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly large?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words. */
export const Button = ({ kind = 'plain', large = false, className = '', ...rest }: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={`fy-button ${className}`}
    data-kind={kind}
    data-large={large || undefined}
  />
)
