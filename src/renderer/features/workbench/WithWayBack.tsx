import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'

import { Button } from '../../ui/index.ts'

export interface WithWayBackProps {
  /** Where the way leads; null: what lies there can be seen anyway. */
  readonly label: string | null
  readonly onBack: () => void
  readonly children: ReactNode
}

/** An area that may have the window to itself, with the way back to the one before; it stays as it is when the way appears. */
export const WithWayBack = ({ label, onBack, children }: WithWayBackProps) => (
  <div className="fy-with-way-back">
    {label === null ? null : (
      <nav className="fy-back" aria-label={label}>
        <Button kind="quiet" onClick={onBack}>
          <ArrowLeft aria-hidden="true" />
          {label}
        </Button>
      </nav>
    )}
    <div>{children}</div>
  </div>
)
