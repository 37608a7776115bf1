import { useTranslation } from 'react-i18next'

/** A dot with the number of unread messages. */
export const UnreadBadge = ({ count }: { readonly count: number }) => {
  const { t } = useTranslation('common')
  if (count <= 0) return null
  return (
    <span className="fy-unread">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="fy-hidden">{t('unread', { count })}</span>
    </span>
  )
}
