import { MessageCircle } from 'lucide-react'

import type { FileId, WidgetStyle } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { textOnColor } from './colors.ts'

export interface EntryPreviewProps {
  readonly style: WidgetStyle
  readonly color: string
  readonly title: string
  readonly text: string
  readonly iconSize: number
  readonly avatarFileId: FileId | null
  readonly pictureFileId: FileId | null
}

/** The entry as customers see it; only for the eye. */
export const EntryPreview = (props: EntryPreviewProps) => {
  const { style, color, title, text, iconSize, avatarFileId, pictureFileId } = props
  if (style === 'picture' && pictureFileId) return <Picture fileId={pictureFileId} className="fy-entry-own" />
  const isRound = style === 'round' || style === 'picture' || style === 'element'
  return (
    <span
      className="fy-entry"
      data-style={style}
      aria-hidden="true"
      style={{
        background: color,
        color: textOnColor(color),
        ...(isRound && { width: iconSize, height: iconSize }),
      }}
    >
      {avatarFileId ? <Picture fileId={avatarFileId} className="fy-entry-face" /> : <MessageCircle />}
      {isRound ? null : (
        <span>
          {title === '' ? null : <b>{title}</b>}
          {text === '' ? null : <span>{text}</span>}
        </span>
      )}
    </span>
  )
}

const Picture = ({ fileId, className }: { readonly fileId: FileId; readonly className: string }) => {
  const url = useQuery('file.url', { fileId })?.url
  return url ? <img className={className} src={url} alt="" /> : <span className={className} />
}
