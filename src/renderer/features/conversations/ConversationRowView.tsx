import { AlarmClock, BellOff, CircleAlert, Hourglass, Pin } from 'lucide-react'
import { memo } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import { tellsPresence } from '../../../domain/paths/tellsPresence.ts'
import type { ColorMark, ColorMarkId } from '../../../protocol/model/index.ts'
import { useCustomerName, useFullName, useSystemText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, plainLine, ShortTime, UnreadBadge, WaitingTime } from '../../ui/index.ts'
import { MarkDots } from './marks/MarkDots.tsx'
import { useLastSender } from './useLastSender.ts'

/** What a row shows beside the name, as the agent has set it up (R-03-021, R-03-028). */
export interface RowParts {
  readonly preview: boolean
  readonly source: boolean
  readonly marks: boolean
  /** From here on a wait is shown as long, and as too long. */
  readonly soonMs: number
  readonly lateMs: number
}

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
  /** Whether it is one of those treated together; undefined while none is. */
  readonly picked: boolean | undefined
  readonly parts: RowParts
  readonly known: ReadonlyMap<ColorMarkId, ColorMark>
  /** Name of the entry by which the customer came; empty: none, or it is gone. */
  readonly entryName: string
  /** Whether the colleague is there; undefined: it is no chat with one. */
  readonly there: boolean | undefined
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
    picked,
    parts,
    known,
    entryName,
    there,
  }: ConversationRowViewProps) => {
    const { t } = useTranslation(['conversations', 'thread'])
    const nameOf = useCustomerName()
    const name = nameOf(row.customerName, row.customerNumber, row.unnamedMembers)
    const remarked = useFullName()(row.customerName, row.publicName, row.customerNumber)
    const fullName = row.chat === null ? remarked : name
    const channel =
      row.channel === null ? t(`kind.${row.chat ?? 'direct'}`) : t(`thread:channel.${row.channel}`)
    const online = there ?? row.online
    const hasPresence = row.channel === null ? there !== undefined : tellsPresence(row.channel)
    const mark = [
      channel,
      ...(hasPresence ? [t(online ? 'online' : 'offline')] : []),
      ...(entryName === '' ? [] : [entryName]),
    ].join(' · ')
    return (
      <div
        role="option"
        id={`conversation-${row.id}`}
        className="fy-row fy-ring-inside"
        data-id={row.id}
        data-index={index}
        data-newcomer={newcomer || undefined}
        data-running={row.sessionState === 'active' || row.sessionState === 'assigned' || undefined}
        data-open={open || undefined}
        data-picked={picked || undefined}
        aria-selected={picked ?? open}
        aria-posinset={index + 1}
        aria-setsize={count}
        tabIndex={tabbable ? 0 : -1}
        style={{ transform: `translateY(${top}px)` }}
      >
        <span title={mark}>
          <Avatar
            id={row.customerId ?? row.colleagueId ?? row.id}
            name={name}
            {...(row.channel !== null && { channel: row.channel })}
            {...(hasPresence && { presence: online ? 'online' : 'offline' })}
          />
        </span>
        <div className="fy-row-body">
          <div className="fy-row-line">
            <span className="fy-row-name fy-cut" title={fullName}>
              {shortened(name)}
            </span>
            {parts.marks ? <MarkDots marks={row.marks} known={known} /> : null}
            <span className="fy-hidden">{mark}</span>
            {row.remindAt === null ? null : (
              <AlarmClock
                className="fy-row-mark"
                data-back={row.reminded || undefined}
                aria-label={t('reminder')}
                role="img"
              />
            )}
            {row.messageSetting === 'alert' ? null : (
              <BellOff className="fy-row-mark" aria-label={t('silenced')} role="img" />
            )}
            {row.pinned ? <Pin className="fy-row-mark" aria-label={t('pinned')} role="img" /> : null}
            <span className="fy-row-time">
              {row.waitingSince === null ? (
                <ShortTime at={row.at} />
              ) : (
                <WaitingTime since={row.waitingSince} soonMs={parts.soonMs} limitMs={parts.lateMs} />
              )}
            </span>
          </div>
          <div className="fy-row-line">
            {row.reminded ? <span className="fy-row-reminded">{t('reminder')}</span> : null}
            {row.mentioned ? <span className="fy-row-mention">{t('mentioned')}</span> : null}
            {parts.source && row.chat === null ? (
              <span className="fy-row-source fy-cut">{entryName || channel}</span>
            ) : null}
            {newcomer ? (
              <span className="fy-row-preview fy-row-newcomer fy-cut">{t('newcomer')}</span>
            ) : (
              <Preview row={row} shown={parts.preview} />
            )}
            {row.unsent === 'failed' ? (
              <CircleAlert className="fy-row-failed" role="img" aria-label={t('failed')} />
            ) : row.unsent === 'queued' ? (
              <Hourglass className="fy-row-queued" role="img" aria-label={t('queued')} />
            ) : null}
            <UnreadBadge count={row.unread} quiet={row.messageSetting !== 'alert'} />
          </div>
        </div>
      </div>
    )
  },
)
ConversationRowView.displayName = 'ConversationRowView'

/** As long as a name is shown in a row, in characters (R-03-022). */
const NAME_LIMIT = 17

const shortened = (name: string): string => {
  const characters = [...name]
  return characters.length > NAME_LIMIT ? `${characters.slice(0, NAME_LIMIT).join('')}…` : name
}

/** What is being typed, here or there, is shown in any case; the latest message only if it is wanted. */
const Preview = ({ row, shown }: { readonly row: ConversationRow; readonly shown: boolean }) => {
  const { t } = useTranslation('conversations')
  const systemText = useSystemText()
  const senderName = useLastSender(row)
  if (row.typing) return <span className="fy-row-preview fy-row-typing fy-cut">{t('typing')}</span>
  if (row.draft)
    return (
      <span className="fy-row-preview fy-cut">
        <span className="fy-row-draft">{t('draft')}</span> {plainLine(row.draft)}
      </span>
    )
  return <span className="fy-row-preview fy-cut">{shown ? previewText() : ''}</span>

  function previewText(): string {
    if (!row.preview) return t(row.forgotten ? 'forgotten' : 'noMessage')
    const text = plainLine(row.preview.text)
    switch (row.preview.kind) {
      case 'text':
        // In the file assistant everything is one's own.
        if (row.preview.sender.kind !== 'agent' || row.chat === 'self') return text
        return senderName === null
          ? t('ownText', { text })
          : senderName === ''
            ? text
            : t('textOf', { name: senderName, text })
      case 'image':
        return t('image')
      case 'file':
        return t('file', { name: text })
      case 'voice':
        return t('voice')
      case 'recalled':
        return row.preview.sender.kind === 'agent' && senderName === null ? t('recalled_own') : t('recalled')
      case 'system':
        return systemText(row.preview.text)
      case 'unsupported':
        return t('unsupported')
    }
  }
}
