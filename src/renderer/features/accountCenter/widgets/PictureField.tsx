import { useId, useState } from 'react'

import type { FileId } from '../../../../protocol/model/index.ts'
import { WIDGET_PICTURE_LIMIT_BYTES } from '../../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useErrorText } from '../../../i18n/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, ErrorLine } from '../../../ui/index.ts'
import { toUpload } from './toUpload.ts'

export interface PictureFieldProps {
  readonly label: string
  /** `theme`: of a company theme, which may be drawn. */
  readonly as?: 'picture' | 'theme'
  readonly fileId: FileId | null
  readonly onChange: (fileId: FileId | null) => void
}

const ACCEPTED = {
  picture: 'image/png,image/jpeg,image/gif,image/bmp,image/webp',
  theme: 'image/png,image/jpeg,image/svg+xml',
} as const

/** One picture of the company: chosen, shown, taken away. */
export const PictureField = ({ label, as = 'picture', fileId, onChange }: PictureFieldProps) => {
  const { t } = useTranslation('widgets')
  const run = useRun()
  const errorText = useErrorText()
  const id = useId()
  const url = useQuery('file.url', { fileId: fileId ?? '' })?.url
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const take = async (file: File): Promise<void> => {
    setFailure(null)
    if (file.size > WIDGET_PICTURE_LIMIT_BYTES) {
      setFailure(t('picture.tooLarge'))
      return
    }
    setBusy(true)
    const picture = as === 'theme' ? file : await toUpload(file)
    const answer =
      picture &&
      (await (as === 'theme'
        ? run('file.upload', { file: picture, name: file.name, as })
        : run('picture.upload', { file: picture, name: file.name })))
    setBusy(false)
    if (!answer) setFailure(t('picture.unreadable'))
    else if (!answer.ok) setFailure(errorText(answer.code, answer.details))
    else if (answer.value.file.bytes > WIDGET_PICTURE_LIMIT_BYTES) setFailure(t('picture.tooLarge'))
    else onChange(answer.value.file.id)
  }
  return (
    <div className="fy-picture-field">
      <label htmlFor={id}>{label}</label>
      <div>
        {fileId && url ? <img src={url} alt="" /> : null}
        {/* The browser's own button speaks the browser's language. */}
        <input
          id={id}
          className="fy-hidden"
          type="file"
          accept={ACCEPTED[as]}
          disabled={busy}
          onChange={({ target }) => {
            const file = target.files?.[0]
            target.value = ''
            if (file) void take(file)
          }}
        />
        <label htmlFor={id} className="fy-button" data-kind="plain">
          {t(fileId ? 'picture.change' : 'picture.choose')}
        </label>
        {fileId ? (
          <Button
            kind="quiet"
            onClick={() => {
              onChange(null)
            }}
          >
            {t('picture.remove')}
          </Button>
        ) : null}
      </div>
      {failure ? <ErrorLine text={failure} /> : null}
    </div>
  )
}
