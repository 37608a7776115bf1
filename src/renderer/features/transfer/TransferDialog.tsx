import { Search, Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { textWidth } from '../../../base/textWidth.ts'
import type { Session, SessionTarget } from '../../../protocol/model/index.ts'
import { COLLEAGUE_NOTE_LIMIT, CUSTOMER_NOTE_LIMIT } from '../../../protocol/model/limits.ts'
import { useQuery } from '../../core/index.ts'
import {
  Button,
  Dialog,
  EmptyState,
  ErrorLine,
  NoteField,
  Segments,
  Skeleton,
  useLanguage,
} from '../../ui/index.ts'
import { keepNotes, notesOf, type Notes } from './notes.ts'
import { ColleagueChoices, GroupChoices } from './TargetChoices.tsx'
import { filterRows, groupRows, type GroupRow } from './targets.ts'
import { useTransfer } from './useTransfer.ts'

import './transfer.css'

export interface TransferDialogProps {
  readonly session: Session
  readonly customerName: string
  readonly onClose: () => void
}

/** Gives an own session to a colleague or a group, with a word to the customer and one to whoever takes over. */
export const TransferDialog = ({ session, customerName, onClose }: TransferDialogProps) => {
  const { t } = useTranslation('transfer')
  const language = useLanguage()
  const me = useQuery('account.current', {})?.me
  const organization = useQuery('organization.get', {})
  const presences = useQuery('presence.all', {})
  const [tab, setTab] = useState<SessionTarget['kind']>('agent')
  const [text, setText] = useState('')
  const [to, setTo] = useState<SessionTarget | null>(null)
  const [notes, setNotes] = useState(() => notesOf(session.id))
  const { busy, failure, unable, send } = useTransfer(session, onClose)

  const all =
    organization && presences && me ? groupRows(organization, presences, me.agentId, language) : null
  const found = all && filterRows(all, text)
  const rows = tab === 'agent' ? found?.filter(({ members }) => members.length > 0) : found
  const tooLong =
    textWidth(notes.customerNote) > CUSTOMER_NOTE_LIMIT ||
    textWidth(notes.colleagueNote) > COLLEAGUE_NOTE_LIMIT
  const chosen = to && all ? describe(all, to) : null
  // Nobody there can take it now: the second press means that the customer may wait.
  const waiting = chosen !== null && (!chosen.receivable || unable === to)
  const write = (next: Notes): void => {
    setNotes(next)
    keepNotes(session.id, next)
  }

  return (
    <Dialog
      title={t('title', { name: customerName })}
      width={560}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={chosen === null || busy || tooLong}
            onClick={() => {
              if (to) void send(to, notes, waiting)
            }}
          >
            {waiting ? t('letWait') : t('transfer')}
          </Button>
        </>
      }
    >
      <div className="fy-transfer">
        <div className="fy-transfer-head">
          <Segments
            label={t('to')}
            value={tab}
            options={[
              ['agent', t('agents')],
              ['group', t('groups')],
            ]}
            onChange={(next) => {
              setTab(next)
              setTo(null)
            }}
          />
          <label className="fy-transfer-search">
            <Search aria-hidden="true" />
            <input
              type="search"
              value={text}
              aria-label={t('search')}
              placeholder={t('search')}
              onChange={(event) => {
                setText(event.target.value)
              }}
            />
          </label>
        </div>
        <div className="fy-transfer-list">
          {!rows ? (
            <Skeleton rows={5} rowHeight={44} avatar />
          ) : rows.length === 0 ? (
            <EmptyState icon={Users} title={text === '' ? t('nobody') : t('noneFound', { text })} />
          ) : tab === 'agent' ? (
            <ColleagueChoices rows={rows} chosen={to} onChoose={setTo} />
          ) : (
            <GroupChoices rows={rows} chosen={to} onChoose={setTo} />
          )}
        </div>
        <NoteField
          label={t('customerNote')}
          value={notes.customerNote}
          limit={CUSTOMER_NOTE_LIMIT}
          onChange={(customerNote) => {
            write({ ...notes, customerNote })
          }}
        />
        <NoteField
          label={t('colleagueNote')}
          value={notes.colleagueNote}
          limit={COLLEAGUE_NOTE_LIMIT}
          onChange={(colleagueNote) => {
            write({ ...notes, colleagueNote })
          }}
        />
        {waiting ? (
          <p className="fy-transfer-wait" role="status">
            {t('cannotReceive', { name: chosen.name })}
          </p>
        ) : null}
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </Dialog>
  )
}

/** The chosen one as it stands now; null: it is gone meanwhile. */
const describe = (
  rows: readonly GroupRow[],
  to: SessionTarget,
): { readonly name: string; readonly receivable: boolean } | null => {
  if (to.kind === 'group') {
    const row = rows.find(({ group }) => group.id === to.groupId)
    return row ? { name: row.group.name, receivable: row.receiving > 0 } : null
  }
  const member = rows.flatMap(({ members }) => members).find(({ agent }) => agent.id === to.agentId)
  return member ? { name: member.agent.name, receivable: member.receivable } : null
}
