import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'

import type { AgentId, RunningSession } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { EmptyState, OverlayPanel, OverlayReport, Select, Skeleton, useNow } from '../../ui/index.ts'
import { TransferDialog } from '../transfer/index.ts'
import { RUNNING_ROW_HEIGHT, RunningTable } from './RunningTable.tsx'

import './running.css'

/** Nobody tells of every word that is said elsewhere, so it is asked for. */
const ROUND_MS = 5000

/** What colleagues in the own departments serve now; a supervisor may move it to somebody else (R-02-220). */
export const RunningPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('running')
  const nameOf = useCustomerName()
  const round = Math.floor(useNow(ROUND_MS) / ROUND_MS)
  const running = useQuery('sessions.running', { round }, { keep: true })
  const organization = useQuery('organization.get', {})
  const me = useQuery('account.current', {})?.me
  const [agentId, setAgentId] = useState<AgentId | ''>('')
  const [moving, setMoving] = useState<RunningSession | null>(null)

  const all = running?.sessions ?? []
  const agents = (organization?.agents ?? []).filter(({ id }) =>
    all.some(({ session }) => session.handlerId === id),
  )
  // Who serves nobody any more is not among the choices.
  const chosen = agents.some(({ id }) => id === agentId) ? agentId : ''
  const rows = chosen === '' ? all : all.filter(({ session }) => session.handlerId === chosen)
  return (
    <>
      <OverlayPanel
        title={t('title')}
        area="running"
        width={960}
        height={460}
        bar={
          <Select
            label={t('agent')}
            value={chosen}
            options={[['', t('allAgents')], ...agents.map(({ id, name }) => [id, name] as const)]}
            onChange={setAgentId}
          />
        }
        figures={running ? t('total', { count: running.total }) : ''}
        reports={running === null ? <OverlayReport text={t('unknown')} /> : null}
        onClose={onClose}
      >
        {running === undefined ? (
          <Skeleton rows={5} rowHeight={RUNNING_ROW_HEIGHT} avatar />
        ) : rows.length > 0 ? (
          <RunningTable
            rows={rows}
            organization={organization}
            onMove={me?.permissions.includes('monitor.force-transfer') ? setMoving : null}
          />
        ) : running ? (
          <EmptyState icon={MessagesSquare} title={t('empty')} hint={t('emptyHint')} />
        ) : null}
      </OverlayPanel>
      {moving ? (
        <TransferDialog
          session={latestOf(moving, all).session}
          customerName={nameOf(moving.customerName, moving.customerNumber)}
          forced
          onClose={() => {
            setMoving(null)
          }}
          onDone={() => {
            setMoving(null)
          }}
        />
      ) : null}
    </>
  )
}

/** What was said since changes nothing; that somebody else has it the server must tell (R-02-224). */
const latestOf = (seen: RunningSession, rows: readonly RunningSession[]): RunningSession =>
  rows.find(
    ({ session }) => session.id === seen.session.id && session.handlerId === seen.session.handlerId,
  ) ?? seen
