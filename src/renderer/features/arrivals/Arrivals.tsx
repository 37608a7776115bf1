import { useEffect, useRef, useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { arrivedSince, assignedIn } from './arrived.ts'

/** A customer was given to this agent: a word for who does not see the row (R-02-094). */
export const Arrivals = () => {
  const { t } = useTranslation('conversations')
  const nameOf = useCustomerName()
  const rows = useQuery('conversations.list', { filter: 'in-session' })
  const before = useRef<ReadonlySet<ConversationId> | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!rows) return
    const now = assignedIn(rows)
    const arrived = arrivedSince(before.current, now)
    before.current = now
    if (arrived.length === 0) return
    const row = rows.find(({ id }) => id === arrived.at(-1))
    // oxlint-disable-next-line react/set-state-in-effect -- a live region must change after it is there
    if (row) setSaid(t('arrived', { name: nameOf(row.customerName, row.customerNumber) }))
  }, [rows, t, nameOf])
  return (
    <p className="fy-hidden" aria-live="polite">
      {said}
    </p>
  )
}
