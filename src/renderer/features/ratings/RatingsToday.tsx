import { Star } from 'lucide-react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Popover, startOfDay, useLanguage, useNow } from '../../ui/index.ts'
import { RatedSessions } from './RatedSessions.tsx'

export interface RatingsTodayProps {
  readonly onConversation: (id: ConversationId) => void
}

/** How customers rated one's own sessions today, and which they were; nothing while nobody has (R-02-266, R-03-115). */
export const RatingsToday = ({ onConversation }: RatingsTodayProps) => {
  const { t } = useTranslation('thread')
  const language = useLanguage()
  const since = startOfDay(useNow(60_000))
  const ratings = useQuery('ratings.own', { since }, { keep: true })
  const survey = useQuery('organization.get', {})?.survey
  if (!ratings || ratings.stars === null || survey?.on !== true) return null
  const stars = ratings.stars.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const { count } = ratings
  return (
    <Popover
      label={t('rating.list')}
      side="above"
      trigger={(trigger) => (
        <button
          type="button"
          className="fy-status-item fy-digits"
          title={t('rating.todayTitle', { count, stars })}
          {...trigger}
        >
          <Star aria-hidden="true" />
          <span className="fy-hidden">{t('rating.todayTitle', { count, stars })}</span>
          <span aria-hidden="true">{t('rating.today', { count, stars })}</span>
        </button>
      )}
    >
      {(close) => (
        <RatedSessions
          since={since}
          onConversation={(id) => {
            close()
            onConversation(id)
          }}
        />
      )}
    </Popover>
  )
}
