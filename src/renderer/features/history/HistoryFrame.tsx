import { useState, type ReactNode } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import type { ThreadKinds } from '../../../protocol/queries/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { HistoryBar } from './HistoryBar.tsx'
import { HistoryPages } from './HistoryPages.tsx'
import { HistorySearch } from './HistorySearch.tsx'

import './history.css'

export interface HistoryFrameProps {
  /** The thread it begins with; what is searched is all that belongs to it. */
  readonly conversationId: ConversationId
  readonly searchLabel: string
  /** Empty: no customer is in it. */
  readonly customerName: string
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
  /** What leads to another thread, above everything else. */
  readonly chooser?: (chosen: ConversationId, choose: (id: ConversationId) => void) => ReactNode
}

interface Place {
  readonly id: ConversationId
  readonly kinds: ThreadKinds
  readonly seq: number | null
  /** What is to be said about it. */
  readonly notice: string | null
}

/** The messages of a thread with the ways to a kind, a day and a word in them. */
export const HistoryFrame = (props: HistoryFrameProps) => {
  const { conversationId, searchLabel, customerName, onOpen, chooser } = props
  const { t } = useTranslation('history')
  const [text, setText] = useState('')
  const [place, setPlace] = useState<Place>({ id: conversationId, kinds: 'all', seq: null, notice: null })
  const { id, kinds, seq, notice } = place
  const goTo = (next: Partial<Place>): void => {
    setPlace({ ...place, seq: null, notice: null, ...next })
  }
  // What this agent does not follow cannot be opened in the middle; its history can still be read here.
  const isOpenable = useQuery('conversation.get', { conversationId: id }) !== null
  return (
    <div className="fy-history">
      {chooser?.(id, (other) => {
        goTo({ id: other })
      })}
      <HistoryBar
        conversationId={id}
        kinds={kinds}
        onKinds={(one) => {
          goTo({ kinds: one })
        }}
        onDay={(day, instead) => {
          goTo({ kinds: 'all', seq: day, notice: instead ? t('nextDay') : null })
        }}
        onNothing={() => {
          setPlace({ ...place, notice: t('nothingLater') })
        }}
      />
      <HistorySearch
        conversationId={conversationId}
        label={searchLabel}
        text={text}
        onText={setText}
        onHit={(message) => {
          goTo({ id: message.conversationId, kinds: 'all', seq: message.seq })
        }}
      />
      {notice ? (
        <p className="fy-secondary" role="status">
          {notice}
        </p>
      ) : null}
      <HistoryPages
        key={`${id} ${kinds} ${seq}`}
        customerName={customerName}
        conversationId={id}
        kinds={kinds}
        start={seq}
        onOpen={
          isOpenable
            ? (message) => {
                onOpen(message.conversationId, message.seq)
              }
            : null
        }
      />
    </div>
  )
}
