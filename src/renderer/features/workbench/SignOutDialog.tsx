import { useState } from 'react'

import { useQuery, useRun } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, plainLine } from '../../ui/index.ts'
import { RunningSessions, useSettlement } from './RunningSessions.tsx'

/** Asks what becomes of running sessions (R-02-069), and names what would be erased before anything is (R-17-059). */
export const SignOutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('workbench')
  const run = useRun()
  const nameOf = useCustomerName()
  const outbox = useQuery('outbox.list', {}) ?? []
  const rows = useQuery('conversations.list', { filter: 'all' }) ?? []
  const connected = useQuery('connection.status', {})?.state === 'connected'
  const settlement = useSettlement()
  const [busy, setBusy] = useState(false)
  const drafts = rows.filter(({ draft }) => draft !== '')
  const lost = outbox.length + drafts.length > 0

  const leave = async (): Promise<void> => {
    setBusy(true)
    if (await settlement.apply()) void run('account.sign-out', {})
    else setBusy(false)
  }

  return (
    <Dialog
      onClose={onClose}
      title={t('leave.title')}
      width={settlement.way === 'transfer' ? 560 : 440}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind={lost ? 'danger' : 'primary'}
            disabled={busy || !settlement.isReady}
            onClick={() => {
              void leave()
            }}
          >
            {lost ? t('leave.anyway') : t('signOut')}
          </Button>
        </>
      }
    >
      <RunningSessions settlement={settlement} disabled={busy} />
      {lost ? (
        <p>{t(connected ? 'leave.unsentHere' : 'leave.lost')}</p>
      ) : settlement.way === 'keep' || settlement.running === 0 ? (
        <p>{t('leave.nothing')}</p>
      ) : null}
      <ul className="fy-leave">
        {outbox.map(({ id, body }) => (
          <li key={id}>
            <b>{t('leave.unsent')}</b>
            <span className="fy-cut">{plainLine(body.kind === 'text' ? body.text : body.name)}</span>
          </li>
        ))}
        {drafts.map(({ id, customerName, customerNumber, unnamedMembers, draft }) => (
          <li key={id}>
            <b>{t('leave.draft', { name: nameOf(customerName, customerNumber, unnamedMembers) })}</b>
            <span className="fy-cut">{plainLine(draft)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
