import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon?: LucideIcon
  readonly title: string
  /** What belongs here. */
  readonly hint?: string
  /** The next step. */
  readonly children?: ReactNode
}

export const EmptyState = ({ icon: Icon, title, hint, children }: EmptyStateProps) => (
  <div className="fy-empty">
    {Icon ? <Icon aria-hidden="true" /> : null}
    <h2>{title}</h2>
    {hint ? <p>{hint}</p> : null}
    {children ? <div>{children}</div> : null}
  </div>
)
