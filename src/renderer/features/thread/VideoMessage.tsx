import { useState } from 'react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { FileMessage, type FileMessageProps } from './FileMessage.tsx'

/** What browsers usually can play; anything else, and what turns out otherwise, is a file to be saved. */
const PLAYED = new Set(['video/mp4', 'video/webm', 'video/ogg', 'video/quicktime'])

export const isVideo = (mime: string): boolean => PLAYED.has(mime)

/** A clip that is looked at where it stands, and can be saved like any file (R-06-007). */
export const VideoMessage = (props: FileMessageProps) => {
  const { fileId, name } = props
  const { t } = useTranslation('thread')
  const url = useQuery('file.url', { fileId })?.url
  const [broken, setBroken] = useState(false)
  return (
    <span className="fy-video">
      {url && !broken ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- whoever sent it sent no words with it
        <video
          controls
          preload="none"
          src={url}
          aria-label={t('video', { name: plainLine(name) })}
          onError={() => {
            setBroken(true)
          }}
        />
      ) : null}
      <FileMessage {...props} />
    </span>
  )
}
