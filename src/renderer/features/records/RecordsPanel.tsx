import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { EmptyState, OverlayPanel, SearchField, Skeleton } from '../../ui/index.ts'
import { Records } from './Records.tsx'
import { RecordTree } from './RecordTree.tsx'
import { treeLines, type Branch } from './tree.ts'

import './records.css'

export interface RecordsPanelProps {
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
  readonly onClose: () => void
}

const NONE: ReadonlySet<Branch> = new Set()

/** The message manager: with whom there are records on the left, what was said on the right (R-06-173). */
export const RecordsPanel = ({ onOpen, onClose }: RecordsPanelProps) => {
  const { t } = useTranslation('records')
  const nameOf = useCustomerName()
  const [text, setText] = useState('')
  const [closed, setClosed] = useState(NONE)
  const [chosenId, setChosenId] = useState<ConversationId | null>(null)
  const rows = useQuery('conversations.list', { filter: 'all' }, { keep: true })
  const leaves = (rows ?? []).map((row) => ({
    row,
    name: nameOf(row.customerName, row.customerNumber, row.unnamedMembers),
  }))
  const lines = treeLines(leaves, closed, text)
  const chosen = leaves.find(({ row }) => row.id === chosenId)
  return (
    <OverlayPanel
      title={t('title')}
      area="records"
      width={1040}
      height={720}
      bar={<SearchField label={t('search')} maxLength={64} value={text} onChange={setText} />}
      figures={rows ? t('figures', { count: leaves.length }) : ''}
      onClose={onClose}
    >
      <div className="fy-records">
        {rows === undefined ? (
          <Skeleton rows={8} rowHeight={36} avatar />
        ) : lines.some(({ kind }) => kind === 'leaf') || text.trim() === '' ? (
          <RecordTree
            lines={lines}
            chosenId={chosenId}
            onChoose={setChosenId}
            onToggle={(branch) => {
              setClosed((before) =>
                before.has(branch)
                  ? new Set([...before].filter((one) => one !== branch))
                  : new Set([...before, branch]),
              )
            }}
          />
        ) : (
          <p className="fy-secondary fy-records-nobody">{t('nobody')}</p>
        )}
        {chosen ? (
          <Records
            key={chosen.row.id}
            leaf={chosen}
            onOpen={(id, seq) => {
              onOpen(id, seq)
              onClose()
            }}
          />
        ) : (
          <EmptyState icon={MessagesSquare} title={t('choose')} hint={t('chooseHint')} />
        )}
      </div>
    </OverlayPanel>
  )
}
