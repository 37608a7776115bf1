import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { FilterButton } from './filter/FilterButton.tsx'
import { showTab, useList } from './store.ts'
import { Tabs } from './Tabs.tsx'
import type { ListChoice } from './useListArgs.ts'

export interface ListHeadProps {
  readonly choice: ListChoice
  /** Customers with unread messages, not messages (R-03-044). */
  readonly unread: number
}

/** Above the list: which part of it is shown, how many are unread, and the filter. */
export const ListHead = ({ choice: { split, category }, unread }: ListHeadProps) => {
  const { t } = useTranslation('conversations')
  return (
    <div className="fy-list-head">
      {split ? <SplitTabs /> : <h2>{t(`categories.${category}`)}</h2>}
      <span className="fy-list-tools">
        {unread > 0 ? (
          <span className="fy-secondary fy-digits">{t('unreadCustomers', { count: unread })}</span>
        ) : null}
        <FilterButton />
      </span>
    </div>
  )
}

const SplitTabs = () => {
  const tab = useList((state) => state.tab)
  const running = useQuery('conversations.list', { filter: 'in-session' })
  const capacity = useQuery('presence.mine', {})?.capacity ?? 0
  return <Tabs tab={tab} running={running?.length ?? 0} capacity={capacity} onTab={showTab} />
}
