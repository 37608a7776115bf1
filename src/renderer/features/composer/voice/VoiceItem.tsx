import { useTranslation } from '../../../translation/index.ts'
import type { Attachment } from '../attachments.ts'
import { useAttachmentUrl, type BytesOf } from '../useAttachmentUrl.ts'

export interface VoiceItemProps {
  readonly attachment: Attachment
  readonly bytesOf: BytesOf
}

/** A voice that goes along: heard before it is sent. */
export const VoiceItem = ({ attachment, bytesOf }: VoiceItemProps) => {
  const { t } = useTranslation('thread')
  const url = useAttachmentUrl(attachment, bytesOf)
  const label = t('voice', { seconds: attachment.seconds ?? 0 })
  return (
    <>
      <span className="fy-digits">{label}</span>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what was just said has its words beside it */}
      <audio className="fy-voice-sound" controls src={url ?? undefined} aria-label={label} />
    </>
  )
}
