import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainText } from '../../ui/index.ts'

export interface VoiceMessageProps {
  readonly fileId: string
  readonly seconds: number
  /** What it says, where its author wrote it down (R-18-067). */
  readonly words: string | undefined
}

/** What somebody has said instead of written (R-18-032). */
export const VoiceMessage = ({ fileId, seconds, words }: VoiceMessageProps) => {
  const { t } = useTranslation('thread')
  const url = useQuery('file.url', { fileId })?.url
  const label = t('voice', { seconds })
  return (
    <span className="fy-voice">
      <span className="fy-secondary fy-digits">{url === null ? t('fileMissing') : label}</span>
      {url ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- what was just said has its words below, if any
        <audio controls preload="none" src={url} aria-label={label} />
      ) : null}
      {words ? <span className="fy-voice-words">{plainText(words)}</span> : null}
    </span>
  )
}
