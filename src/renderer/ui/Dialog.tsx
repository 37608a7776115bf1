import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  readonly title: string
  readonly width?: number
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons. */
  readonly footer?: ReactNode
}

/** A question that must be answered first, there for as long as it is rendered; Esc says no. */
export const Dialog = ({ title, width = 440, onClose, children, footer }: DialogProps) => {
  const { t } = useTranslation('common')
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    element.current?.showModal()
    // Not the button that closes it.
    element.current?.focus()
  }, [])
  return (
    <dialog
      ref={element}
      className="fy-dialog"
      tabIndex={-1}
      aria-labelledby={titleId}
      style={{ width }}
      onClose={onClose}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <IconButton label={t('close')} shortcut="Esc" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <div className="fy-dialog-body">{children}</div>
      {footer ? <footer>{footer}</footer> : null}
    </dialog>
  )
}
