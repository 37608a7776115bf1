import { useTranslation } from 'react-i18next'

import { useQuery } from '../../core/index.ts'

export interface VoiceMessageProps {
  readonly fileId: string
  readonly seconds: number
}

/** What a customer has said instead of written (R-18-032). */
export const VoiceMessage = ({ fileId, seconds }: VoiceMessageProps) => {
  const { t } = useTranslation('thread')
  const url = useQuery('file.url', { fileId })?.url
  const label = t('voice', { seconds })
  return (
    <span className="fy-voice">
      <span className="fy-secondary fy-digits">{url === null ? t('fileMissing') : label}</span>
      {url ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- what a customer has just said has no captions
        <audio controls preload="none" src={url} aria-label={label} />
      ) : null}
    </span>
  )
}
