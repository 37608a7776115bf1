import { Download, FileText, FileX, FolderOpen } from 'lucide-react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, plainLine } from '../../ui/index.ts'
import { useShell } from '../shell/index.ts'
import { bytesText } from './bytes.ts'

export interface FileMessageProps {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
}

/** A file that was sent: what it is called, how large it is, and what can be done with it (R-06-052). */
export const FileMessage = ({ fileId, name, bytes }: FileMessageProps) => {
  const { t } = useTranslation('thread')
  const found = useQuery('file.url', { fileId })
  const url = found?.url
  const isGone = found?.gone === true
  const isSaved = useShell().savedFiles.includes(fileId)
  const label = plainLine(name)
  return (
    <span className="fy-file" data-gone={isGone || undefined}>
      {isGone ? <FileX aria-hidden="true" /> : <FileText aria-hidden="true" />}
      <span className="fy-file-name">
        <span className="fy-cut" title={label}>
          {label}
        </span>
        <span className="fy-secondary fy-digits">
          {bytesText(bytes)}
          {isGone ? ` · ${t('fileGone')}` : url === null ? ` · ${t('fileMissing')}` : ''}
        </span>
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
      {isSaved ? (
        <IconButton
          label={t('showInFolder', { name: label })}
          onClick={() => window.foyer?.tell({ kind: 'file.show-in-folder', fileId })}
        >
          <FolderOpen />
        </IconButton>
      ) : null}
    </span>
  )
}
