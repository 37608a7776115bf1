import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { SessionTarget } from '../../../protocol/model/index.ts'
import { useAsk, useQuery, useRun } from '../../core/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { Button, Dialog, ErrorLine, plainLine, Segments } from '../../ui/index.ts'
import { TargetPicker, useTargetRows } from '../transfer/index.ts'
import { settle } from './settle.ts'

const WAYS = ['keep', 'end', 'transfer'] as const

/** Asks what becomes of running sessions (R-02-069), and names what would be erased before anything is (R-17-059). */
export const SignOutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('workbench')
  const run = useRun()
  const query = useAsk()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const me = useQuery('account.current', {})?.me
  const outbox = useQuery('outbox.list', {}) ?? []
  const rows = useQuery('conversations.list', { filter: 'all' }) ?? []
  const running = useQuery('conversations.list', { filter: 'in-session' }) ?? []
  const targets = useTargetRows({ except: me?.agentId ?? null, beyondCapacity: false })
  const [busy, setBusy] = useState(false)
  const [way, setWay] = useState<(typeof WAYS)[number]>('keep')
  const [to, setTo] = useState<SessionTarget | null>(null)
  const [failures, setFailures] = useState<readonly string[]>([])
  const drafts = rows.filter(({ draft }) => draft !== '')
  const lost = outbox.length + drafts.length > 0
  const ways = WAYS.filter((one) => one !== 'transfer' || me?.permissions.includes('reception.transfer'))

  const leave = async (): Promise<void> => {
    setBusy(true)
    const settlement = way === 'end' ? ({ kind: 'end' } as const) : to && ({ kind: 'transfer', to } as const)
    if (running.length > 0 && way !== 'keep' && settlement) {
      const ids = running.map(({ id }) => id)
      const refusals = await settle({ query, run }, ids, settlement)
      if (refusals.length > 0) {
        setBusy(false)
        setFailures([...new Set(refusals.map(({ code, details }) => errorText(code, details)))])
        return
      }
    }
    void run('account.sign-out', {})
  }

  return (
    <Dialog
      onClose={onClose}
      title={t('leave.title')}
      width={way === 'transfer' ? 560 : 440}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind={lost ? 'danger' : 'primary'}
            disabled={busy || (way === 'transfer' && to === null && running.length > 0)}
            onClick={() => {
              void leave()
            }}
          >
            {lost ? t('leave.anyway') : t('signOut')}
          </Button>
        </>
      }
    >
      {running.length > 0 ? (
        <div className="fy-transfer fy-leave-sessions">
          <p>{t('leave.running', { count: running.length })}</p>
          <Segments
            label={t('leave.way')}
            value={way}
            disabled={busy}
            options={ways.map((one) => [one, t(`leave.ways.${one}`)])}
            onChange={(next) => {
              setWay(next)
              setFailures([])
            }}
          />
          <p className="fy-secondary">{t(`leave.hints.${way}`)}</p>
          {way === 'transfer' ? <TargetPicker from={targets} chosen={to} onChoose={setTo} /> : null}
          {failures.map((text) => (
            <ErrorLine key={text} text={text} />
          ))}
        </div>
      ) : null}
      {lost ? (
        <p>{t('leave.lost')}</p>
      ) : way === 'keep' || running.length === 0 ? (
        <p>{t('leave.nothing')}</p>
      ) : null}
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
