import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useQuery } from '../../../core/index.ts'
import type { Attachment } from '../attachments.ts'

export interface VoiceItemProps {
  readonly attachment: Attachment
  readonly bytesOf: (attachment: Attachment) => Promise<Blob | null>
}

/** A voice that goes along: heard before it is sent. */
export const VoiceItem = ({ attachment, bytesOf }: VoiceItemProps) => {
  const { t } = useTranslation('thread')
  const [sound, setSound] = useState<string | null>(null)
  const fileId = attachment.from.kind === 'server' ? attachment.from.file.fileId : null
  const read = useEffectEvent(async () => bytesOf(attachment))
  useEffect(() => {
    let made: string | null = null
    let wanted = true
    void read().then((blob) => {
      if (!blob || !wanted) return
      made = URL.createObjectURL(blob)
      setSound(made)
    })
    return () => {
      wanted = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [])
  const label = t('voice', { seconds: attachment.seconds ?? 0 })
  return (
    <>
      <span className="fy-digits">{label}</span>
      {fileId !== null && sound === null ? (
        <StoredSound fileId={fileId} label={label} />
      ) : (
        <Sound url={sound} label={label} />
      )}
    </>
  )
}

const StoredSound = ({ fileId, label }: { readonly fileId: string; readonly label: string }) => {
  const url = useQuery('file.url', { fileId })?.url
  return <Sound url={url ?? null} label={label} />
}

const Sound = ({ url, label }: { readonly url: string | null; readonly label: string }) => (
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- what was just said has its words beside it
  <audio className="fy-voice-sound" controls src={url ?? undefined} aria-label={label} />
)
