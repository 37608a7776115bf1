import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export interface ErrorLineProps {
  /** A sentence: what happened, what is safe, what to do. */
  readonly text: string
  readonly children?: ReactNode
}

/** An error stands where it happened. */
export const ErrorLine = ({ text, children }: ErrorLineProps) => (
  <div className="fy-error" role="alert">
    <CircleAlert aria-hidden="true" />
    <span>{text}</span>
    {children}
  </div>
)
