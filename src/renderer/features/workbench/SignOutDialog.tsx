import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useQuery, useRun } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { Button, Dialog, plainLine } from '../../ui/index.ts'

/** Names what would be erased before anything is (R-17-059). */
export const SignOutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('workbench')
  const run = useRun()
  const nameOf = useCustomerName()
  const outbox = useQuery('outbox.list', {}) ?? []
  const rows = useQuery('conversations.list', { filter: 'all' }) ?? []
  const [busy, setBusy] = useState(false)
  const drafts = rows.filter(({ draft }) => draft !== '')
  const running = rows.filter(
    ({ sessionState }) => sessionState === 'active' || sessionState === 'assigned',
  ).length
  const lost = outbox.length + drafts.length > 0
  return (
    <Dialog
      onClose={onClose}
      title={t('leave.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind={lost ? 'danger' : 'primary'}
            disabled={busy}
            onClick={() => {
              setBusy(true)
              void run('account.sign-out', {})
            }}
          >
            {lost ? t('leave.anyway') : t('signOut')}
          </Button>
        </>
      }
    >
      {running > 0 ? <p>{t('leave.running', { count: running })}</p> : null}
      {lost ? <p>{t('leave.lost')}</p> : <p>{t('leave.nothing')}</p>}
      <ul className="fy-leave">
        {outbox.map(({ id, body }) => (
          <li key={id}>
            <b>{t('leave.unsent')}</b>
            <span className="fy-cut">{plainLine(body.kind === 'text' ? body.text : body.name)}</span>
          </li>
        ))}
        {drafts.map(({ id, customerName, customerNumber, draft }) => (
          <li key={id}>
            <b>{t('leave.draft', { name: nameOf(customerName, customerNumber) })}</b>
            <span className="fy-cut">{plainLine(draft)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
