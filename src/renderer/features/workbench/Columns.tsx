import { useDeferredValue, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationView } from '../../../client/api.ts'
import { Skeleton, SplitLayout } from '../../ui/index.ts'
import { CustomerPanel } from '../customer/index.ts'
import { useSetting } from '../settings/index.ts'

export interface ColumnsProps {
  readonly list: ReactNode
  readonly conversation: ReactNode
  readonly customer: ConversationView | null
  readonly narrow: boolean
  readonly profileOpen: boolean
}

/** List, conversation and customer side by side; the widths come back after a restart. */
export const Columns = ({ list, conversation, customer, narrow, profileOpen }: ColumnsProps) => {
  const { t } = useTranslation('workbench')
  const withPanel = profileOpen && !narrow
  const [kept, keep] = useSetting(withPanel ? 'columns.three' : 'columns.two')
  // The thread comes first; who it is with follows a moment later.
  const later = useDeferredValue(customer)
  const current = later?.customer.id === customer?.customer.id
  const seen = current ? customer : later
  const panel = seen ? (
    <CustomerPanel key={seen.customer.id} view={seen} current={current} />
  ) : (
    <Skeleton rows={8} rowHeight={40} />
  )
  return (
    <>
      <SplitLayout
        key={withPanel ? 'three' : 'two'}
        layout={layoutOf(kept)}
        onLayout={keep}
        handleLabel={(id) => (id === 'customer' ? t('handle.customer') : t('handle.conversation'))}
        columns={[
          { id: 'list', content: list, minPx: 200, defaultPx: 300 },
          { id: 'conversation', content: conversation, minPx: 380, defaultPx: null },
          ...(withPanel ? [{ id: 'customer', content: panel, minPx: 260, defaultPx: 320 }] : []),
        ]}
      />
      {profileOpen && narrow ? <div className="fy-sheet">{panel}</div> : null}
    </>
  )
}

/** Shares as they were saved; anything else means the defaults. */
const layoutOf = (value: unknown): Readonly<Record<string, number>> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const shares = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return shares.length >= 2 ? Object.fromEntries(shares) : undefined
}
