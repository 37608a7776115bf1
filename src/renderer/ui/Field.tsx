import type { ReactNode } from 'react'

export interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A labelled field of a form. */
export const Field = ({ label, hint, children }: FieldProps) => (
  // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is the child
  <label className="fy-form-field">
    <span>{label}</span>
    {children}
    {hint ? <span className="fy-secondary">{hint}</span> : null}
  </label>
)
