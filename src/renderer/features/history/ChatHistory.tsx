import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationId } from '../../../protocol/model/index.ts'
import type { ThreadKinds } from '../../../protocol/queries/index.ts'
import { NOTHING_HIDDEN, type Hidden } from './hidden.ts'
import { HistoryBar } from './HistoryBar.tsx'
import { HistoryPages } from './HistoryPages.tsx'
import { HistorySearch } from './HistorySearch.tsx'

import './history.css'

export interface ChatHistoryProps {
  readonly conversationId: ConversationId
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
  readonly hidden?: Hidden
}

interface Place {
  readonly kinds: ThreadKinds
  readonly seq: number | null
  /** What is to be said about it. */
  readonly notice: string | null
}

/** All that colleagues have said in one chat. Give it the chat's id as key. */
export const ChatHistory = ({ conversationId, onOpen, hidden = NOTHING_HIDDEN }: ChatHistoryProps) => {
  const { t } = useTranslation('history')
  const [text, setText] = useState('')
  const [{ kinds, seq, notice }, setPlace] = useState<Place>({ kinds: 'all', seq: null, notice: null })
  return (
    <div className="fy-history">
      <HistoryBar
        hidden={hidden}
        conversationId={conversationId}
        kinds={kinds}
        onKinds={(one) => {
          setPlace({ kinds: one, seq: null, notice: null })
        }}
        onDay={(day, instead) => {
          setPlace({ kinds: 'all', seq: day, notice: instead ? t('nextDay') : null })
        }}
        onNothing={() => {
          setPlace({ kinds, seq, notice: t('nothingLater') })
        }}
      />
      <HistorySearch
        hidden={hidden}
        conversationId={conversationId}
        label={t('searchChat')}
        text={text}
        onText={setText}
        onHit={(message) => {
          setPlace({ kinds: 'all', seq: message.seq, notice: null })
        }}
      />
      {notice ? (
        <p className="fy-secondary" role="status">
          {notice}
        </p>
      ) : null}
      <HistoryPages
        hidden={hidden}
        key={`${kinds} ${seq}`}
        customerName=""
        conversationId={conversationId}
        kinds={kinds}
        start={seq}
        onOpen={(message) => {
          onOpen(conversationId, message.seq)
        }}
      />
    </div>
  )
}
