import { useState } from 'react'

import { IMAGE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, clockTime, dateShown, Dialog, ErrorLine, serverNow, useLanguage } from '../../ui/index.ts'
import { Board } from './Board.tsx'
import { blobOf, fileOf, type Picture } from './capture.ts'
import { paintResult } from './paint.ts'
import { Tools } from './Tools.tsx'
import { useDrawing } from './useDrawing.ts'

export interface AnnotatorProps {
  readonly picture: Picture
  /** Takes another one; null: what it is taken of is asked by the browser. */
  readonly onSource: (source: string) => void
  /** Null: no conversation is open to put it into. */
  readonly onInsert: ((file: File) => void) | null
  readonly onClose: () => void
}

/** A picture of the screen before it goes anywhere: cut, marked, made unreadable in parts (R-06-107). */
export const Annotator = ({ picture, onSource, onInsert, onClose }: AnnotatorProps) => {
  const { t } = useTranslation('screenshot')
  const language = useLanguage()
  const { canvas, source, sources } = picture
  const tools = useDrawing(canvas)
  const [failure, setFailure] = useState<string | null>(null)
  const insert = async (): Promise<void> => {
    const now = serverNow()
    const name = `${t('file')} ${dateShown(now)} ${clockTime(now, language).replace(':', '.')}`
    const file = await fileOf(paintResult(canvas, tools.drawing), name, IMAGE_LIMIT_BYTES)
    if (file) onInsert?.(file)
    else setFailure(t('cannotKeep'))
  }
  const copy = async (): Promise<void> => {
    const blob = await blobOf(paintResult(canvas, tools.drawing), 'image/png')
    try {
      if (!blob) throw new Error('no picture')
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
      onClose()
    } catch {
      setFailure(t('cannotCopy'))
    }
  }
  return (
    <Dialog
      title={t('title')}
      width={1280}
      onClose={onClose}
      footer={
        <>
          {onInsert ? null : <span className="fy-secondary fy-shot-nowhere">{t('nowhere')}</span>}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind={onInsert ? 'plain' : 'primary'} onClick={() => void copy()}>
            {t('copy')}
          </Button>
          {onInsert ? (
            <Button kind="primary" onClick={() => void insert()}>
              {t('insert')}
            </Button>
          ) : null}
        </>
      }
    >
      {sources.length > 1 ? (
        <label className="fy-shot-source">
          {t('source')}
          <select
            value={source}
            onChange={({ target }) => {
              onSource(target.value)
            }}
          >
            {sources.map(({ id, name, kind }) => (
              <option key={id} value={id}>
                {t(`sources.${kind}`, { name })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Tools tools={tools} />
      <Board picture={canvas} tools={tools} />
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
