import { useState } from 'react'

import type { RememberedAccount } from '../../../client/api.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { AccountLine } from '../signIn/index.ts'
import { RunningSessions, useSettlement } from './RunningSessions.tsx'

export interface SwitchDialogProps {
  readonly to: RememberedAccount
  readonly onClose: () => void
}

/** Another account takes this one's place; with sessions or messages under way it is asked first (R-17-053). */
export const SwitchDialog = ({ to, onClose }: SwitchDialogProps) => {
  const { t } = useTranslation('workbench')
  const run = useRun()
  const settlement = useSettlement()
  const unsent = useQuery('connection.status', {})?.outbox ?? 0
  const [busy, setBusy] = useState(false)
  const switchNow = async (): Promise<void> => {
    setBusy(true)
    if (await settlement.apply()) await run('account.switch', { agentId: to.agentId })
    setBusy(false)
  }
  return (
    <Dialog
      title={t('switching.title')}
      width={settlement.way === 'transfer' ? 560 : 440}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={busy || !settlement.isReady}
            onClick={() => {
              void switchNow()
            }}
          >
            {t('switching.do')}
          </Button>
        </>
      }
    >
      <AccountLine account={to} />
      <RunningSessions settlement={settlement} disabled={busy} />
      {unsent > 0 ? <p>{t('switching.unsent', { count: unsent })}</p> : null}
      <p>{t('switching.hint')}</p>
    </Dialog>
  )
}
