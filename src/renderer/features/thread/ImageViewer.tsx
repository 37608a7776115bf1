import { ChevronLeft, ChevronRight, Copy, Download, RotateCw, X, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { IconButton, plainLine } from '../../ui/index.ts'
import { copyPicture } from './copyPicture.ts'
import type { Picture } from './pictures.ts'
import { usePictureUrl } from './usePictureUrl.ts'

export interface ImageViewerProps {
  /** In the order of the thread. */
  readonly pictures: readonly Picture[]
  /** The one that was clicked. */
  readonly fileId: string
  readonly onClose: () => void
}

/** How a picture is looked at. */
interface Look {
  readonly scale: number
  /** Degrees, clockwise. */
  readonly turn: number
  readonly x: number
  readonly y: number
}

const PLAIN: Look = { scale: 1, turn: 0, x: 0, y: 0 }
const STEP = 1.25
const [SMALLEST, LARGEST] = [0.25, 8]

/** The pictures of the thread as large as the window, one after the other; Esc, or a click beside one, goes back. */
export const ImageViewer = ({ pictures, fileId, onClose }: ImageViewerProps) => {
  const { t } = useTranslation('thread')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  // By its file: while it is looked at, others may come in before it.
  const [shown, setShown] = useState(fileId)
  const [look, setLook] = useState(PLAIN)
  const [copied, setCopied] = useState<boolean | null>(null)
  const index = pictures.findIndex((one) => one.fileId === shown)
  const name = plainLine(pictures[index]?.name ?? '') || t('image')
  const url = usePictureUrl(shown)

  const go = (by: 1 | -1): void => {
    const next = pictures[index + by]
    if (!next) return
    setShown(next.fileId)
    setLook(PLAIN)
    setCopied(null)
  }
  const zoom = (by: number): void => {
    setLook((before) => {
      const scale = Math.min(LARGEST, Math.max(SMALLEST, before.scale * by))
      // As large as the window there is nothing to move.
      return scale <= 1 ? { ...before, scale, x: 0, y: 0 } : { ...before, scale }
    })
  }
  const turn = (): void => {
    setLook((before) => ({ ...before, turn: before.turn + 90 }))
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => go(-1),
    ArrowRight: () => go(1),
    '+': () => zoom(STEP),
    '=': () => zoom(STEP),
    '-': () => zoom(1 / STEP),
    '0': () => setLook(PLAIN),
    r: turn,
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the keyboard has Esc and the buttons
    <dialog
      ref={dialog}
      className="fy-viewer"
      aria-label={name}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onWheel={({ deltaY }) => {
        zoom(deltaY < 0 ? STEP : 1 / STEP)
      }}
    >
      <div className="fy-viewer-bar">
        <span className="fy-cut">{name}</span>
        {pictures.length > 1 ? (
          <span className="fy-digits" role="status">
            {t('viewer.place', { place: index + 1, total: pictures.length })}
          </span>
        ) : null}
        {copied === null ? null : (
          <span role="status">{t(copied ? 'viewer.copied' : 'viewer.notCopied')}</span>
        )}
        <span className="fy-grow" />
        <IconButton label={t('viewer.smaller')} shortcut="-" onClick={() => zoom(1 / STEP)}>
          <ZoomOut />
        </IconButton>
        <IconButton label={t('viewer.larger')} shortcut="+" onClick={() => zoom(STEP)}>
          <ZoomIn />
        </IconButton>
        <IconButton label={t('viewer.turn')} shortcut="R" onClick={turn}>
          <RotateCw />
        </IconButton>
        {url ? (
          <>
            <IconButton
              label={t('viewer.copy')}
              onClick={() => {
                void copyPicture(url).then(setCopied)
              }}
            >
              <Copy />
            </IconButton>
            <a className="fy-icon-button" href={url} download={name} aria-label={t('download')}>
              <Download />
            </a>
          </>
        ) : null}
        <IconButton label={t('close')} shortcut="Esc" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {pictures.length > 1 ? (
        <>
          <IconButton
            className="fy-viewer-before"
            label={t('viewer.before')}
            shortcut="←"
            disabled={index <= 0}
            onClick={() => go(-1)}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            className="fy-viewer-next"
            label={t('viewer.next')}
            shortcut="→"
            disabled={index >= pictures.length - 1}
            onClick={() => go(1)}
          >
            <ChevronRight />
          </IconButton>
        </>
      ) : null}
      {url ? (
        <img
          src={url}
          alt={name}
          draggable={false}
          data-large={look.scale > 1 || undefined}
          style={{
            transform: `translate(${look.x}px, ${look.y}px) rotate(${look.turn}deg) scale(${look.scale})`,
          }}
          onPointerMove={({ buttons, movementX, movementY }) => {
            if (buttons !== 1 || look.scale <= 1) return
            setLook((before) => ({ ...before, x: before.x + movementX, y: before.y + movementY }))
          }}
        />
      ) : (
        <span className="fy-viewer-missing">{url === null ? t('imageMissing') : null}</span>
      )}
    </dialog>
  )
}
