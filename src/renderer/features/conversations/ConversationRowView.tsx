import { CircleAlert, Hourglass, Pin } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationRow } from '../../../client/api.ts'
import { useCustomerName, useFullName, useSystemText } from '../../i18n/index.ts'
import { Avatar, plainLine, ShortTime, UnreadBadge, WaitingTime } from '../../ui/index.ts'

export interface ConversationRowViewProps {
  readonly row: ConversationRow
  readonly index: number
  readonly count: number
  readonly top: number
  readonly open: boolean
  /** Given to this agent, who has not looked yet (R-02-094). */
  readonly newcomer: boolean
  /** The one row of the list that Tab reaches. */
  readonly tabbable: boolean
  readonly waitingLimitMs: number
  /** Name of the entry by which the customer came; empty: none, or it is gone. */
  readonly entryName: string
}

/** One conversation. It renders again only when its own row changed; clicks and keys are the list's business. */
export const ConversationRowView = memo(
  ({
    row,
    index,
    count,
    top,
    open,
    newcomer,
    tabbable,
    waitingLimitMs,
    entryName,
  }: ConversationRowViewProps) => {
    const { t } = useTranslation(['conversations', 'thread'])
    const nameOf = useCustomerName()
    const name = nameOf(row.customerName, row.customerNumber)
    const fullName = useFullName()(row.customerName, row.publicName, row.customerNumber)
    const channel = t(`thread:channel.${row.channel}`)
    const mark = entryName === '' ? channel : `${channel} · ${entryName}`
    return (
      <div
        role="option"
        id={`conversation-${row.id}`}
        className="fy-row fy-ring-inside"
        data-id={row.id}
        data-index={index}
        data-newcomer={newcomer || undefined}
        data-running={row.sessionState === 'active' || row.sessionState === 'assigned' || undefined}
        aria-selected={open}
        aria-posinset={index + 1}
        aria-setsize={count}
        tabIndex={tabbable ? 0 : -1}
        style={{ transform: `translateY(${top}px)` }}
      >
        <span title={mark}>
          <Avatar
            id={row.customerId}
            name={name}
            channel={row.channel}
            presence={row.online ? 'online' : 'offline'}
          />
        </span>
        <div className="fy-row-body">
          <div className="fy-row-line">
            <span className="fy-row-name fy-cut" title={fullName}>
              {name}
            </span>
            <span className="fy-hidden">{mark}</span>
            {row.online ? <span className="fy-hidden">{t('online')}</span> : null}
            {row.pinned ? <Pin className="fy-row-mark" aria-label={t('pinned')} role="img" /> : null}
            <span className="fy-row-time">
              {row.waitingSince === null ? (
                <ShortTime at={row.at} />
              ) : (
                <WaitingTime since={row.waitingSince} limitMs={waitingLimitMs} />
              )}
            </span>
          </div>
          <div className="fy-row-line">
            {newcomer ? (
              <span className="fy-row-preview fy-row-newcomer fy-cut">{t('newcomer')}</span>
            ) : (
              <Preview row={row} />
            )}
            {row.unsent === 'failed' ? (
              <CircleAlert className="fy-row-failed" role="img" aria-label={t('failed')} />
            ) : row.unsent === 'queued' ? (
              <Hourglass className="fy-row-queued" role="img" aria-label={t('queued')} />
            ) : null}
            <UnreadBadge count={row.unread} />
          </div>
        </div>
      </div>
    )
  },
)
ConversationRowView.displayName = 'ConversationRowView'

const Preview = ({ row }: { readonly row: ConversationRow }) => {
  const { t } = useTranslation('conversations')
  const systemText = useSystemText()
  if (row.typing) return <span className="fy-row-preview fy-row-typing fy-cut">{t('typing')}</span>
  if (row.draft)
    return (
      <span className="fy-row-preview fy-cut">
        <span className="fy-row-draft">{t('draft')}</span> {plainLine(row.draft)}
      </span>
    )
  return <span className="fy-row-preview fy-cut">{previewText()}</span>

  function previewText(): string {
    if (!row.preview) return t('noMessage')
    const text = plainLine(row.preview.text)
    switch (row.preview.kind) {
      case 'text':
        return row.preview.sender.kind === 'agent' ? t('ownText', { text }) : text
      case 'image':
        return t('image')
      case 'file':
        return t('file', { name: text })
      case 'voice':
        return t('voice')
      case 'recalled':
        return row.preview.sender.kind === 'agent' ? t('recalled_own') : t('recalled')
      case 'system':
        return systemText(row.preview.text)
      case 'unsupported':
        return t('unsupported')
    }
  }
}
