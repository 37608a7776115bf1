import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { IconButton } from './IconButton.tsx'
import { inRem } from './sizes.ts'

export interface DialogProps {
  readonly title: string
  readonly width?: number
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons. */
  readonly footer?: ReactNode
}

/** A question that must be answered first, there for as long as it is rendered; Esc asks `onClose`, which may refuse. */
export const Dialog = ({ title, width = 440, onClose, children, footer }: DialogProps) => {
  const { t } = useTranslation('common')
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const before = document.activeElement
    element.current?.showModal()
    // Not the button that closes it.
    element.current?.focus()
    return () => {
      // The keyboard goes on where it was, unless somebody has taken it elsewhere.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [])
  const ask = (): void => {
    onClose()
    // A browser closes what refuses twice; who still renders it wants it there.
    requestAnimationFrame(() => {
      if (element.current?.isConnected && !element.current.open) element.current.showModal()
    })
  }
  return (
    <dialog
      ref={element}
      className="fy-surface fy-dialog"
      tabIndex={-1}
      aria-labelledby={titleId}
      style={{ width: inRem(width) }}
      // React hands on what happened to a dialog, or a chooser of files, inside this one.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        ask()
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget) ask()
      }}
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
