import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'

import { useTranslation } from '../translation/index.ts'
import { IconButton } from './IconButton.tsx'
import { noteFocus } from './noteFocus.ts'
import { inRem } from './sizes.ts'

export interface DialogProps {
  readonly title: string
  readonly width?: number
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons. */
  readonly footer?: ReactNode
}

type Field = HTMLInputElement | HTMLTextAreaElement

const WRITTEN: ReadonlySet<string> = new Set([
  'text',
  'search',
  'email',
  'url',
  'tel',
  'password',
  'textarea',
])

/** The first in which something can be written at once. */
const fieldIn = (dialog: HTMLElement): Field | undefined =>
  [...dialog.querySelectorAll<Field>('.fy-dialog-body :is(input, textarea)')].find(
    ({ type, disabled, readOnly }) => WRITTEN.has(type) && !disabled && !readOnly,
  )

/** A question that must be answered first, there for as long as it is rendered; Esc asks `onClose`, which may refuse. */
export const Dialog = ({ title, width = 440, onClose, children, footer }: DialogProps) => {
  const { t } = useTranslation('common')
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const giveBack = noteFocus()
    const dialog = element.current
    dialog?.showModal()
    const field = dialog ? fieldIn(dialog) : undefined
    if (field instanceof HTMLInputElement) field.select()
    // Not the button that closes it.
    ;(field ?? dialog)?.focus()
    return giveBack
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
