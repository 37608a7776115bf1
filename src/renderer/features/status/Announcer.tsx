import { useEffect, useRef, useState } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { audible } from '../alerts/index.ts'
import unreadIcon from './favicon-unread.svg'
import plainIcon from './favicon.svg'

/** Tells of new messages and waiting customers to those who do not look: screen readers, the tab, the taskbar. */
export const Announcer = () => {
  const { t } = useTranslation('status')
  const rows = useQuery('conversations.list', { filter: 'all' }) ?? EMPTY
  const waiting = useQuery('pool.count', {})?.waiting ?? 0
  const unread = audible(rows).filter((row) => row.unread > 0).length

  useEffect(() => {
    const counts = [unread, waiting].some((count) => count > 0)
      ? t('titleCounts', { unread: unread > 99 ? '99+' : unread, waiting: waiting > 99 ? '99+' : waiting })
      : ''
    document.title = counts ? `${counts} ${t('product')}` : t('product')
    const icon =
      document.querySelector<HTMLLinkElement>('link[rel="icon"]') ?? document.head.appendChild(newIcon())
    icon.href = unread > 0 ? unreadIcon : plainIcon
  }, [unread, waiting, t])

  return (
    <>
      <NewMessages rows={rows} />
      <p className="fy-hidden" aria-live="polite">
        {waiting > 0 ? t('waitingCustomers', { count: waiting }) : ''}
      </p>
    </>
  )
}

const EMPTY: readonly ConversationRow[] = []

const newIcon = (): HTMLLinkElement => Object.assign(document.createElement('link'), { rel: 'icon' })

/** Reads out the newest message of a customer; what was there at the start is not new. */
const NewMessages = ({ rows }: { readonly rows: readonly ConversationRow[] }) => {
  const { t } = useTranslation('status')
  const nameOf = useCustomerName()
  const latest = newestOf(rows)
  const first = useRef<string | null>(null)
  const [said, setSaid] = useState('')
  const key = latest?.preview ? `${latest.id}:${latest.preview.seq}` : null
  const text = latest?.preview
    ? t('newMessage', {
        name: nameOf(latest.customerName, latest.customerNumber, latest.unnamedMembers),
        text: plainLine(latest.preview.kind === 'text' ? latest.preview.text : ''),
      })
    : ''
  useEffect(() => {
    if (key === null) return
    if (first.current === null) first.current = key
    else if (first.current !== key) {
      first.current = key
      // oxlint-disable-next-line react/set-state-in-effect -- a live region must change after it is there
      setSaid(text)
    }
  }, [key, text])
  return (
    <p className="fy-hidden" aria-live="polite">
      {said}
    </p>
  )
}

const newestOf = (rows: readonly ConversationRow[]): ConversationRow | undefined => {
  let newest: ConversationRow | undefined
  for (const row of rows)
    if (row.preview?.sender.kind === 'customer' && (newest?.preview?.at ?? 0) < row.preview.at) newest = row
  return newest
}
