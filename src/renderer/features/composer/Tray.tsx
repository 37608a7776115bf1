import { FileText, Image, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { ALT_LIMIT, FILE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'
import { Button, ErrorLine, IconButton, plainLine } from '../../ui/index.ts'
import { bytesText } from '../thread/index.ts'
import type { Attachment, Refused } from './attachments.ts'

export interface TrayProps {
  readonly attached: readonly Attachment[]
  readonly refused: readonly Refused[]
  readonly onRemove: (id: string) => void
  /** Says what a picture shows. */
  readonly onDescribe: (id: string, alt: string) => void
  readonly onDismiss: () => void
}

/** What goes along with the text, and what could not. */
export const Tray = ({ attached, refused, onRemove, onDescribe, onDismiss }: TrayProps) => {
  const { t } = useTranslation('composer')
  if (attached.length === 0 && refused.length === 0) return null
  return (
    <div className="fy-tray">
      {attached.map(({ id, file, as, note, alt }) => (
        <div key={id} className="fy-tray-item">
          {as === 'image' ? <Image aria-hidden="true" /> : <FileText aria-hidden="true" />}
          <span className="fy-cut" title={file.name}>
            {plainLine(file.name)}
          </span>
          <span className="fy-secondary fy-digits">{bytesText(file.size)}</span>
          {note ? <span className="fy-secondary">{t(`note.${note}`)}</span> : null}
          {as === 'image' ? (
            <input
              className="fy-tray-alt"
              value={alt}
              maxLength={ALT_LIMIT}
              placeholder={t('alt')}
              aria-label={t('altOf', { name: plainLine(file.name) })}
              onChange={(event) => {
                onDescribe(id, event.target.value)
              }}
            />
          ) : null}
          <IconButton
            label={t('removeFile', { name: plainLine(file.name) })}
            onClick={() => {
              onRemove(id)
            }}
          >
            <X />
          </IconButton>
        </div>
      ))}
      {refused.map(({ name, reason }) => (
        <ErrorLine
          key={name}
          text={t(`refused.${reason}`, { name: plainLine(name), limit: bytesText(FILE_LIMIT_BYTES) })}
        />
      ))}
      {refused.length > 0 ? (
        <Button kind="quiet" onClick={onDismiss}>
          {t('dismiss')}
        </Button>
      ) : null}
    </div>
  )
}
