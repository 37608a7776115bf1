import { Download, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useQuery } from '../../core/index.ts'
import { plainLine } from '../../ui/index.ts'
import { bytesText } from './bytes.ts'

export interface FileMessageProps {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
}

export const FileMessage = ({ fileId, name, bytes }: FileMessageProps) => {
  const { t } = useTranslation('thread')
  const url = useQuery('file.url', { fileId })?.url
  const label = plainLine(name)
  return (
    <span className="fy-file">
      <FileText aria-hidden="true" />
      <span className="fy-file-name">
        <span className="fy-cut" title={label}>
          {label}
        </span>
        <span className="fy-secondary fy-digits">{url === null ? t('fileMissing') : bytesText(bytes)}</span>
      </span>
      {url ? (
        <a
          className="fy-icon-button"
          href={url}
          download={name}
          aria-label={t('downloadFile', { name: label })}
        >
          <Download />
        </a>
      ) : null}
    </span>
  )
}
