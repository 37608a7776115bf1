import { ListOrdered } from 'lucide-react'
import { useState } from 'react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { serverNow, useNow, WaitingTime } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'

export interface PoolButtonProps {
  readonly open: boolean
  readonly onClick: () => void
}

/** How many wait and how long, at the bottom of the workbench; opens the pool. */
export const PoolButton = ({ open, onClick }: PoolButtonProps) => {
  const { t } = useTranslation('status')
  const key = useKeyLabel('pool')
  const pool = useQuery('pool.count', {})
  const organization = useQuery('organization.get', {})?.organization
  const fresh = useFresh(pool?.newestSince, open)
  useAction('pool', onClick)
  // Without a pool nobody waits but those who came before, or left a message.
  if (organization?.reception.pool === false && (pool?.waiting ?? 0) === 0) return null
  return (
    <button
      type="button"
      className="fy-status-item"
      aria-expanded={open}
      data-fresh={fresh || undefined}
      title={key}
      onClick={onClick}
    >
      <ListOrdered aria-hidden="true" />
      {t('pool')}
      <b className="fy-digits">{pool ? pool.waiting : t('unknown')}</b>
      {pool?.oldestSince ? <OldestWait since={pool.oldestSince} /> : null}
    </button>
  )
}

/** Whether somebody has come to wait whom this agent has not seen in the open pool (R-02-113). */
const useFresh = (newestSince: number | null | undefined, poolOpen: boolean): boolean => {
  const [seen, setSeen] = useState<number | null>(null)
  // Who waited before the window opened is no news.
  if (newestSince !== undefined && (seen === null || (poolOpen && (newestSince ?? 0) > seen))) {
    setSeen(newestSince ?? 0)
  }
  return typeof newestSince === 'number' && seen !== null && newestSince > seen
}

/** A long wait stands beside the counter in the colour of waiting, a very long one in that of danger (R-03-112). */
const OldestWait = ({ since }: { readonly since: number }) => {
  const soonMs = useAgentSetting('poolSoonSeconds').value * 1000
  const lateMs = useAgentSetting('poolLateSeconds').value * 1000
  const waited = useNow(1000) - since
  if (waited < Math.min(soonMs, lateMs)) return null
  return (
    <span className="fy-status-oldest">
      <WaitingTime since={Math.min(since, serverNow())} soonMs={soonMs} limitMs={lateMs} />
    </span>
  )
}
