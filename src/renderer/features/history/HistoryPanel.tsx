import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import type { ThreadKinds } from '../../../protocol/queries/index.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { KeptLine } from '../customer/index.ts'
import { NOTHING_HIDDEN, type Hidden } from './hidden.ts'
import { HistoryBar } from './HistoryBar.tsx'
import { HistoryPages } from './HistoryPages.tsx'
import { HistorySearch } from './HistorySearch.tsx'
import { ThreadChooser } from './ThreadChooser.tsx'

import './history.css'

export interface HistoryPanelProps {
  readonly view: ConversationView
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
  readonly hidden?: Hidden
}

/** All that was said with the customer, on whatever way (R-03-144). */
export const HistoryPanel = ({ view, onOpen, hidden = NOTHING_HIDDEN }: HistoryPanelProps) => {
  const { t } = useTranslation('history')
  const nameOf = useContactName()
  const own = view.conversation.id
  const [kinds, setKinds] = useState<ThreadKinds>('all')
  const [text, setText] = useState('')
  const [place, setPlace] = useState<{ readonly id: ConversationId; readonly seq: number | null }>({
    id: own,
    seq: null,
  })
  const [notice, setNotice] = useState<string | null>(null)
  const threads = useQuery('customer.threads', { conversationId: own }, { keep: true })
  // What this agent does not follow cannot be opened in the middle; its history can still be read here.
  const openable = useQuery('conversation.get', { conversationId: place.id }) !== null
  const goTo = (id: ConversationId, seq: number | null, said: string | null = null): void => {
    setPlace({ id, seq })
    setNotice(said)
  }
  return (
    <div className="fy-history">
      <ThreadChooser
        answer={threads}
        chosen={place.id}
        onChoose={(id) => {
          goTo(id, null)
        }}
      />
      {threads ? <KeptLine keptAt={threads.keptAt} /> : null}
      <HistoryBar
        hidden={hidden}
        conversationId={place.id}
        kinds={kinds}
        onKinds={(one) => {
          setKinds(one)
          goTo(place.id, null)
        }}
        onDay={(seq, instead) => {
          setKinds('all')
          goTo(place.id, seq, instead ? t('nextDay') : null)
        }}
        onNothing={() => {
          setNotice(t('nothingLater'))
        }}
      />
      <HistorySearch
        hidden={hidden}
        conversationId={own}
        label={t('search')}
        text={text}
        onText={setText}
        onHit={(message) => {
          setKinds('all')
          goTo(message.conversationId, message.seq)
        }}
      />
      {notice ? (
        <p className="fy-secondary" role="status">
          {notice}
        </p>
      ) : null}
      <HistoryPages
        hidden={hidden}
        key={`${place.id} ${kinds} ${place.seq}`}
        customerName={nameOf(view)}
        conversationId={place.id}
        kinds={kinds}
        start={place.seq}
        onOpen={
          openable
            ? (message) => {
                onOpen(message.conversationId, message.seq)
              }
            : null
        }
      />
    </div>
  )
}
