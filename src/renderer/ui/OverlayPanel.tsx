import { X } from 'lucide-react'
import { useEffect, useRef, type PointerEventHandler, type ReactNode } from 'react'

import { useTranslation } from '../translation/index.ts'
import { ErrorLine } from './ErrorLine.tsx'
import { IconButton } from './IconButton.tsx'
import { noteFocus } from './noteFocus.ts'

import './overlayPanel.css'

export interface OverlayPanelProps {
  readonly title: string
  /** Where the keyboard is, for the keys of the workbench. */
  readonly area: string
  readonly width: number
  readonly height: number
  /** Behind the title: what narrows or sorts. */
  readonly bar?: ReactNode
  readonly figures?: string
  readonly actions?: ReactNode
  /** Between the bar and the body: lines that report. */
  readonly reports?: ReactNode
  readonly onPointerEnter?: PointerEventHandler
  readonly onPointerLeave?: PointerEventHandler
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A large panel that lies over the columns while it is needed; the pointer over its body is told of. */
export const OverlayPanel = (props: OverlayPanelProps) => {
  const { title, area, width, height, bar, figures, actions, reports, children } = props
  const { onPointerEnter, onPointerLeave, onClose } = props
  const { t } = useTranslation('common')
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const giveBack = noteFocus()
    panel.current?.focus()
    return giveBack
  }, [])
  return (
    <section
      ref={panel}
      className="fy-surface fy-overlay"
      aria-label={title}
      data-area={area}
      tabIndex={-1}
      style={{
        width: `min(${width}px, calc(100% - 16px))`,
        height: `min(${height}px, calc(100% - 16px))`,
      }}
    >
      <header>
        <h2>{title}</h2>
        {bar}
        <span className="fy-grow" />
        <span className="fy-secondary fy-digits">{figures}</span>
        <span className="fy-overlay-actions">
          {actions}
          <IconButton label={t('close')} shortcut="Esc" onClick={onClose}>
            <X />
          </IconButton>
        </span>
      </header>
      {reports}
      <div className="fy-overlay-body" onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave}>
        {children}
      </div>
    </section>
  )
}

/** A line in a sheet about what went wrong, with what can be done about it. */
export const OverlayReport = ({
  text,
  children,
}: {
  readonly text: string
  readonly children?: ReactNode
}) => (
  <div className="fy-overlay-report">
    <ErrorLine text={text}>{children}</ErrorLine>
  </div>
)
