import { useTranslation } from '../translation/index.ts'

export interface UnreadBadgeProps {
  readonly count: number
  /** One is said as a number too: where customers are counted and not messages. */
  readonly exact?: boolean
  /** Of who is silenced: grey (R-06-091). */
  readonly quiet?: boolean
}

/** A dot, with the number of unread messages where there are several (R-03-026). */
export const UnreadBadge = ({ count, exact = false, quiet = false }: UnreadBadgeProps) => {
  const { t } = useTranslation('common')
  if (count <= 0) return null
  const dot = count === 1 && !exact
  return (
    <span className="fy-unread" data-one={dot || undefined} data-quiet={quiet || undefined}>
      <span aria-hidden="true">{count > 99 ? '99+' : dot ? '' : count}</span>
      <span className="fy-hidden">{t('unread', { count })}</span>
    </span>
  )
}
