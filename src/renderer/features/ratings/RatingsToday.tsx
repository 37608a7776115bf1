import { Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useQuery } from '../../core/index.ts'
import { startOfDay, useLanguage, useNow } from '../../ui/index.ts'

/** How customers rated one's own sessions today; nothing while nobody has (R-02-266). */
export const RatingsToday = () => {
  const { t } = useTranslation('thread')
  const language = useLanguage()
  const since = startOfDay(useNow(60_000))
  const ratings = useQuery('ratings.own', { since }, { keep: true })
  if (!ratings || ratings.stars === null) return null
  const stars = ratings.stars.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const { count } = ratings
  return (
    <span className="fy-status-item fy-digits" title={t('rating.todayTitle', { count, stars })}>
      <Star aria-hidden="true" />
      <span className="fy-hidden">{t('rating.todayTitle', { count, stars })}</span>
      <span aria-hidden="true">{t('rating.today', { count, stars })}</span>
    </span>
  )
}
