import { CloudOff, Search, Users } from 'lucide-react'
import { useState } from 'react'

import type { SessionTarget } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, SearchField, Segments, Skeleton } from '../../ui/index.ts'
import { ColleagueChoices, GroupChoices } from './TargetChoices.tsx'
import { filterRows } from './targets.ts'
import type { TargetRows } from './useTargetRows.ts'

import './transfer.css'

export interface TargetPickerProps {
  readonly from: TargetRows
  /** Agents alone, where a group is no answer. */
  readonly agentsOnly?: boolean
  readonly chosen: SessionTarget | null
  readonly onChoose: (to: SessionTarget | null) => void
}

/** Chooses an agent or a group among all who receive; looked for by name. */
export const TargetPicker = ({ from, agentsOnly = false, chosen, onChoose }: TargetPickerProps) => {
  const { t } = useTranslation('transfer')
  const [wanted, setTab] = useState<SessionTarget['kind']>('agent')
  const [text, setText] = useState('')
  const tab = agentsOnly ? 'agent' : wanted
  const found = from.rows && filterRows(from.rows, text)
  const rows = tab === 'agent' ? found?.filter(({ members }) => members.length > 0) : found
  return (
    <>
      <div className="fy-transfer-head">
        {agentsOnly ? null : (
          <Segments
            label={t('to')}
            value={tab}
            options={[
              ['agent', t('agents')],
              ['group', t('groups')],
            ]}
            onChange={(next) => {
              setTab(next)
              onChoose(null)
            }}
          />
        )}
        {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is the child */}
        <label className="fy-transfer-search">
          <Search aria-hidden="true" />
          <SearchField label={t('search')} value={text} onChange={setText} />
        </label>
      </div>
      <div className="fy-transfer-list">
        {from.failed ? (
          <EmptyState icon={CloudOff} title={t('nobody')} hint={t('notLoaded')}>
            <Button onClick={from.retry}>{t('tryAgain')}</Button>
          </EmptyState>
        ) : !rows ? (
          <Skeleton rows={5} rowHeight={44} avatar />
        ) : rows.length === 0 ? (
          <EmptyState icon={Users} title={text === '' ? t('nobody') : t('noneFound', { text })} />
        ) : tab === 'agent' ? (
          <ColleagueChoices rows={rows} chosen={chosen} onChoose={onChoose} />
        ) : (
          <GroupChoices rows={rows} chosen={chosen} onChoose={onChoose} />
        )}
      </div>
    </>
  )
}
