import { Monitor, Smartphone } from 'lucide-react'

import type { VisitorRow } from '../../../protocol/model/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, plainLine, ShortTime, type OverlayRowProps } from '../../ui/index.ts'
import { minutesOnSite } from './filters.ts'
import type { VisitorTableProps } from './VisitorTable.tsx'

export interface VisitorRowProps extends Pick<VisitorTableProps, 'onInvite' | 'onStart' | 'now'> {
  readonly row: VisitorRow
  readonly place: OverlayRowProps
  readonly busy: boolean
}

/** One visitor. What the page said of itself is only ever text. */
export const VisitorRowView = ({ row, place, now, busy, onInvite, onStart }: VisitorRowProps) => {
  const { t } = useTranslation('visitors')
  const nameOf = useCustomerName()
  const { customer, mobile, source, state, inviter } = row
  const name = customer ? nameOf(customer.name, customer.number) : t('code', { code: row.code })
  const minutes = minutesOnSite(row, now)
  const Device = mobile ? Smartphone : Monitor
  const from = source.kind === 'campaign' ? Object.values(source.campaign).join(' / ') : source.host
  const free = state !== 'in-session' && state !== 'left' && state !== 'invited'
  return (
    <div {...place} className="fy-visitors-row fy-ring-inside" tabIndex={-1} data-state={state}>
      <span role="cell" className="fy-visitors-name">
        <Device aria-hidden="true" />
        <span className="fy-hidden">{mobile ? t('phone') : t('computer')}</span>
        <span className="fy-cut" title={name}>
          {name}
        </span>
      </span>
      <span role="cell">
        <ShortTime at={row.arrivedAt} />
      </span>
      <span role="cell" className="fy-cut" title={plainLine(from)}>
        {plainLine(from) ? `${t(`source.${source.kind}`)} · ${plainLine(from)}` : t(`source.${source.kind}`)}
      </span>
      <span role="cell" className="fy-cut" title={plainLine(row.url)}>
        {plainLine(row.title) || plainLine(row.url)}
      </span>
      <span role="cell" className="fy-digits">
        {row.pages}
      </span>
      <span role="cell" className="fy-digits fy-cut">
        {minutes === null ? t('manyMinutes') : t('minutes', { count: minutes })}
      </span>
      <span role="cell" className="fy-digits fy-cut fy-secondary">
        {row.address}
      </span>
      <span role="cell" className="fy-cut" title={inviter ? t('invitedBy', { name: inviter }) : undefined}>
        {inviter ? t('invitedBy', { name: inviter }) : t(`state.${state}`)}
      </span>
      <span role="cell" className="fy-visitors-actions">
        {free && onInvite && onStart ? (
          <>
            <Button
              disabled={busy}
              aria-label={t('inviteNamed', { name })}
              onClick={({ currentTarget }) => {
                stayInRow(currentTarget)
                onInvite(row.id)
              }}
            >
              {t('invite')}
            </Button>
            <Button
              kind="quiet"
              disabled={busy}
              aria-label={t('startNamed', { name })}
              onClick={({ currentTarget }) => {
                stayInRow(currentTarget)
                onStart(row.id)
              }}
            >
              {t('start')}
            </Button>
          </>
        ) : null}
      </span>
    </div>
  )
}

/** The button goes away with what it does; the keyboard goes on from here. */
const stayInRow = (button: HTMLElement): void => {
  button.closest<HTMLElement>('[role="row"]')?.focus()
}
