import { Inbox } from 'lucide-react'
import { useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import {
  Avatar,
  Button,
  EmptyState,
  ErrorLine,
  RelativeTime,
  serverNow,
  ShortTime,
  Skeleton,
  UnreadBadge,
  WaitingTime,
} from '../../ui/index.ts'

/** Signs, and what is shown where there is nothing, something is wrong or still to come. */
export const Pieces = () => {
  const { t } = useTranslation('design')
  const [since] = useState(() => serverNow() - 50_000)
  return (
    <>
      <section aria-label={t('signs')}>
        <h2>{t('signs')}</h2>
        <Avatar id="a" name={t('person')} size={44} channel="web" presence="online" />
        <Avatar id="b" name={t('person')} channel="im" presence="busy" />
        <Avatar id="c" name={t('person')} size={28} presence="suspended" />
        <UnreadBadge count={7} />
        <UnreadBadge count={120} />
        <WaitingTime since={since} limitMs={60_000} />
        <RelativeTime at={since} />
        <ShortTime at={since} />
        <span className="fy-tag" data-color="green">
          {t('sample')}
        </span>
        <kbd className="fy-key">{t('key')}</kbd>
      </section>
      <section aria-label={t('states')}>
        <h2>{t('states')}</h2>
        <EmptyState icon={Inbox} title={t('emptyTitle')} hint={t('emptyHint')}>
          <Button>{t('sample')}</Button>
        </EmptyState>
        <ErrorLine text={t('error')} />
        <div className="fy-design-skeleton">
          <Skeleton rows={3} rowHeight={64} avatar />
        </div>
      </section>
    </>
  )
}
