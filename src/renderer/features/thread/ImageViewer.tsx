import { Download, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { IconButton } from '../../ui/index.ts'

export interface ImageViewerProps {
  readonly url: string
  readonly name: string
  readonly onClose: () => void
}

/** The picture as large as the window; Esc, or a click beside it, goes back. */
export const ImageViewer = ({ url, name, onClose }: ImageViewerProps) => {
  const { t } = useTranslation('thread')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the keyboard has Esc and the button
    <dialog
      ref={dialog}
      className="fy-viewer"
      aria-label={name}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="fy-viewer-bar">
        <span className="fy-cut">{name}</span>
        <a className="fy-icon-button" href={url} download={name} aria-label={t('download')}>
          <Download />
        </a>
        <IconButton label={t('close')} shortcut="Esc" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      <img src={url} alt={name} />
    </dialog>
  )
}
