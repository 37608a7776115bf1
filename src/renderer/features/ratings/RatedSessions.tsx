import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine, RelativeTime, Skeleton } from '../../ui/index.ts'
import { useRatingText } from './useRatingText.ts'

import './ratings.css'

export interface RatedSessionsProps {
  readonly since: number
  readonly onConversation: (id: ConversationId) => void
}

/** The own sessions that were rated, the newest rating first; a click opens the conversation. */
export const RatedSessions = ({ since, onConversation }: RatedSessionsProps) => {
  const { t } = useTranslation('thread')
  const nameOf = useCustomerName()
  const ratingText = useRatingText()
  const sessions = useQuery('ratings.list', { since })
  if (sessions === undefined) return <Skeleton rows={3} rowHeight={40} />
  if (sessions === null) return <p className="fy-rated-none fy-secondary">{t('rating.unknown')}</p>
  return (
    <ul className="fy-rated">
      {sessions.map(({ sessionId, conversationId, name, number, rating }) => (
        <li key={sessionId}>
          <button
            type="button"
            onClick={() => {
              onConversation(conversationId)
            }}
          >
            <span className="fy-rated-who">
              <span className="fy-cut">{nameOf(name, number)}</span>
              <span className="fy-secondary">
                <RelativeTime at={rating.at} />
              </span>
            </span>
            <span>{ratingText(rating)}</span>
            {rating.comment === '' ? null : <span className="fy-secondary">{plainLine(rating.comment)}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
