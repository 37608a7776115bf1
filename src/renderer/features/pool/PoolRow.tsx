import { memo } from 'react'

import type { PoolEntry } from '../../../protocol/model/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, plainLine, WaitingTime } from '../../ui/index.ts'

export interface PoolRowProps {
  readonly entry: PoolEntry
  readonly index: number
  readonly top: number
  readonly ticked: boolean
  readonly tabbable: boolean
  readonly gone: boolean
  readonly ownerName: string
  readonly targetName: string
  readonly limitMs: number
}

/** One waiting customer. Clicks and keys are the table's business. */
export const PoolRow = memo((props: PoolRowProps) => {
  const { entry, index, top, ticked, tabbable, gone, ownerName, targetName, limitMs } = props
  const { t } = useTranslation('pool')
  const nameOf = useCustomerName()
  const name = nameOf(entry.customerName, entry.customerNumber)
  const text = plainLine(entry.lastText)
  const lastWord = entry.lastKind ? t(`kind.${entry.lastKind}`, { name: text }) : text
  return (
    <div
      role="row"
      className="fy-pool-row fy-ring-inside"
      aria-rowindex={index + 2}
      aria-selected={ticked}
      data-session={entry.sessionId}
      data-index={index}
      data-gone={gone || undefined}
      tabIndex={tabbable ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          disabled={gone}
          readOnly
          aria-label={t('tick', { name })}
        />
      </span>
      <span role="gridcell" className="fy-pool-name">
        <Avatar id={entry.customerId} name={name} size={28} channel={entry.channel} />
        <span className="fy-cut" title={name}>
          {name}
        </span>
      </span>
      <span role="gridcell" className="fy-cut" data-preview>
        {entry.leftMessage && !gone ? <span className="fy-pool-mark">{t('kind.message')}</span> : null}
        {gone ? t('gone') : lastWord || t('waitingForService')}
      </span>
      <span role="gridcell" className="fy-digits fy-pool-number">
        {entry.messageCount}
      </span>
      <span role="gridcell">
        {gone ? null : <WaitingTime since={entry.waitingSince} limitMs={limitMs} />}
      </span>
      <span role="gridcell" className="fy-cut fy-secondary" title={entry.source}>
        {plainLine(entry.source) || t('direct')}
      </span>
      <span role="gridcell" className="fy-cut fy-secondary">
        {ownerName}
      </span>
      <span role="gridcell" className="fy-cut fy-secondary" title={targetName}>
        {targetName}
      </span>
    </div>
  )
})
PoolRow.displayName = 'PoolRow'
