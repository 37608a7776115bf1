import type { ReactNode } from 'react'

import type { ConversationId, Message } from '../../../protocol/model/index.ts'
import { useSystemText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import {
  Button,
  clockTime,
  dayName,
  daysAgo,
  fullTime,
  plainText,
  useLanguage,
  useNow,
} from '../../ui/index.ts'
import { useRatingText } from '../ratings/index.ts'

export const DaySeparator = ({ at }: { readonly at: number }) => {
  const { t } = useTranslation('thread')
  const language = useLanguage()
  const ago = daysAgo(at, useNow(60_000))
  return (
    <p className="fy-line fy-line-day" title={dayName(at, language)}>
      <span>{ago === 0 ? t('today') : ago === 1 ? t('yesterday') : dayName(at, language)}</span>
    </p>
  )
}

export const UnreadMark = () => {
  const { t } = useTranslation('thread')
  return (
    <p className="fy-line fy-line-unread">
      <span>{t('unreadFrom')}</span>
    </p>
  )
}

export const EarlierLine = () => {
  const { t } = useTranslation('thread')
  return (
    <p className="fy-line">
      <span>{t('earlier')}</span>
    </p>
  )
}

/** Stands where a message is known to be missing, so that nothing later looks like the latest. */
export const GapLine = () => {
  const { t } = useTranslation('thread')
  return (
    <p className="fy-line" role="status">
      <span>{t('gap')}</span>
    </p>
  )
}

export interface SystemLineProps {
  readonly message: Message
  /** Another conversation with the same customer. */
  readonly onOpen: (id: ConversationId) => void
  /** What can be done about it. */
  readonly children?: ReactNode
}

/** A line of the thread that reports an event; its time is in the tooltip. */
export const SystemLine = ({ message, onOpen, children }: SystemLineProps) => {
  const { t } = useTranslation('common')
  const { t: ofPaths } = useTranslation('paths')
  const systemText = useSystemText()
  const ratingText = useRatingText()
  const language = useLanguage()
  if (message.body.kind !== 'system') return null
  const { code, params, rating } = message.body
  const begun = params['conversationId'] as ConversationId | undefined
  const notes = NOTES.flatMap((name) => (params[name] ? [t(`system.${name}`, { text: params[name] })] : []))
  return (
    <div className="fy-line fy-line-system" title={fullTime(message.at, language)}>
      <p>
        {plainText(systemText(code, params))}{' '}
        <span className="fy-digits">{clockTime(message.at, language)}</span>
      </p>
      {rating ? (
        <p className="fy-line-note">
          {ratingText(rating)}
          {rating.comment ? ` · “${plainText(rating.comment)}”` : ''}
        </p>
      ) : null}
      {begun && begun !== message.conversationId ? (
        <Button
          onClick={() => {
            onOpen(begun)
          }}
        >
          {ofPaths('startConversation')}
        </Button>
      ) : null}
      {children}
      {notes.map((note) => (
        <p key={note} className="fy-line-note">
          {plainText(note)}
        </p>
      ))}
    </div>
  )
}

/** What the agent who gave a session on wrote to the customer and to whoever took over (R-02-211). */
const NOTES = ['customerNote', 'colleagueNote'] as const
