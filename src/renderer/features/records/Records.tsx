import { Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, Skeleton } from '../../ui/index.ts'
import { ChatHistory, HiddenContext, HistoryPanel } from '../history/index.ts'
import { ExportMenu, ExportReport } from './ExportMenu.tsx'
import { ForgetDialog } from './ForgetDialog.tsx'
import type { Leaf } from './tree.ts'
import { useExport } from './useExport.ts'

export interface RecordsProps {
  readonly leaf: Leaf
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
}

/** What was said with one of them, and what can be done with it. Give it the conversation's id as key. */
export const Records = ({ leaf, onOpen }: RecordsProps) => {
  const { row, name } = leaf
  const { t } = useTranslation('records')
  const view = useQuery('conversation.get', { conversationId: row.id })
  const permissions = useQuery('account.current', {})?.me?.permissions
  const hidden = useQuery('forgotten-threads.list', {}) ?? []
  const deletedUpTo = hidden.find((one) => one.conversationId === row.id)?.seq ?? 0
  const exporting = useExport(row.id, name, deletedUpTo + 1)
  const [forgetting, setForgetting] = useState(false)
  // What is said among colleagues belongs to those who are in it.
  const mayExport = row.chat !== null || permissions?.includes('records.export') === true
  return (
    <section className="fy-records-said" aria-label={t('of', { name })}>
      <header>
        <h3 className="fy-cut">{name}</h3>
        <span className="fy-grow" />
        {mayExport ? <ExportMenu exporting={exporting} /> : null}
        <IconButton
          label={t('forget.button')}
          onClick={() => {
            setForgetting(true)
          }}
        >
          <Trash2 />
        </IconButton>
      </header>
      <ExportReport exporting={exporting} total={(row.preview?.seq ?? 0) - deletedUpTo} />
      <div className="fy-records-pages">
        <HiddenContext value={hidden}>
          {row.chat !== null ? (
            <ChatHistory conversationId={row.id} onOpen={onOpen} />
          ) : view ? (
            <HistoryPanel view={view} onOpen={onOpen} />
          ) : (
            <Skeleton rows={6} rowHeight={56} />
          )}
        </HiddenContext>
      </div>
      {forgetting ? (
        <ForgetDialog
          leaf={leaf}
          onClose={() => {
            setForgetting(false)
          }}
        />
      ) : null}
    </section>
  )
}
