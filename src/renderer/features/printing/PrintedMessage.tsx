import { useEffect, useEffectEvent } from 'react'

import type { Message } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useSystemText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { clockTime, plainLine, plainText, useLanguage } from '../../ui/index.ts'
import { bytesText } from '../thread/index.ts'

export interface PrintedMessageProps {
  readonly message: Message
  readonly author: string
  /** Its picture is there, or cannot be had. */
  readonly onSettled: () => void
}

/** Who said what and when, as ink. */
export const PrintedMessage = ({ message: { body, at }, author, onSettled }: PrintedMessageProps) => {
  const { t } = useTranslation('printing')
  const language = useLanguage()
  const systemText = useSystemText()
  const time = <time dateTime={new Date(at).toISOString()}>{clockTime(at, language)}</time>
  if (body.kind === 'system')
    return (
      <p className="fy-print-line">
        {time} {systemText(body.code, body.params)}
      </p>
    )
  return (
    <div className="fy-print-message">
      <p>
        {time} <strong>{plainLine(author)}</strong>
      </p>
      {body.kind === 'image' ? (
        <PrintedImage fileId={body.fileId} name={body.alt ?? body.name} onSettled={onSettled} />
      ) : (
        <p className="fy-print-text">
          {body.kind === 'text'
            ? plainText(body.text)
            : body.kind === 'file'
              ? t(body.seconds === undefined ? 'file' : 'voice', {
                  name: plainLine(body.name),
                  size: bytesText(body.bytes),
                  words: plainLine(body.alt ?? ''),
                })
              : t(body.kind === 'recalled' ? 'recalled' : 'unsupported')}
        </p>
      )}
    </div>
  )
}

interface PrintedImageProps {
  readonly fileId: string
  readonly name: string
  readonly onSettled: () => void
}

const PrintedImage = ({ fileId, name, onSettled }: PrintedImageProps) => {
  const { t } = useTranslation('printing')
  const url = useQuery('file.url', { fileId })?.url
  const settled = useEffectEvent(onSettled)
  const isMissing = url === null
  useEffect(() => {
    if (isMissing) settled()
  }, [isMissing])
  if (url === undefined) return null
  if (url === null) return <p className="fy-print-text">{t('image', { name: plainLine(name) })}</p>
  return <img src={url} alt={plainLine(name)} onLoad={onSettled} onError={onSettled} />
}
