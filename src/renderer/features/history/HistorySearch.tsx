import { useState, type KeyboardEvent } from 'react'

import type { ConversationId, Message } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { RelativeTime, SearchField, Skeleton } from '../../ui/index.ts'
import { Marked } from '../search/index.ts'
import { isHidden, useHidden } from './hidden.ts'

export interface HistorySearchProps {
  readonly conversationId: ConversationId
  /** What is searched. */
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onHit: (message: Message) => void
}

/** Searches all that was said with the customer, or in the chat; ↑ and ↓ walk through what was found (R-03-150). */
export const HistorySearch = ({ conversationId, label, text, onText, onHit }: HistorySearchProps) => {
  const [at, setAt] = useState(0)
  const wanted = text.trim()
  return (
    <>
      <SearchField
        className="fy-history-search"
        label={label}
        maxLength={100}
        value={text}
        onChange={(next) => {
          setAt(0)
          onText(next)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return
          event.stopPropagation()
          onText('')
        }}
        data-history-search
      />
      {wanted === '' ? null : (
        <Hits conversationId={conversationId} text={wanted} at={at} onAt={setAt} onHit={onHit} />
      )}
    </>
  )
}

interface HitsProps {
  readonly conversationId: ConversationId
  readonly text: string
  readonly at: number
  readonly onAt: (at: number) => void
  readonly onHit: (message: Message) => void
}

const Hits = ({ conversationId, text, at, onAt, onHit }: HitsProps) => {
  const { t } = useTranslation('history')
  const hidden = useHidden()
  const answer = useQuery('customer.search', { conversationId, text }, { keep: true })
  if (answer === undefined) return <Skeleton rows={3} rowHeight={40} />
  if (answer === null) return <p className="fy-secondary">{t('unknown')}</p>
  const hits = answer.messages.filter((message) => !isHidden(hidden, message))
  if (hits.length === 0) return <p className="fy-secondary">{t('noHits')}</p>
  const walk = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = (at + by + hits.length) % hits.length
    onAt(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  return (
    <>
      <p className="fy-secondary" role="status">
        {t('hits', { count: hits.length })}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its buttons */}
      <ol className="fy-history-hits" onKeyDown={walk}>
        {hits.map((message, index) => (
          <li key={message.id}>
            <button
              type="button"
              tabIndex={index === at ? 0 : -1}
              onClick={() => {
                onAt(index)
                onHit(message)
              }}
            >
              <Marked text={textOf(message)} query={text} />
              <span className="fy-secondary">
                <RelativeTime at={message.at} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}

const textOf = ({ body }: Message): string =>
  body.kind === 'text' ? body.text : body.kind === 'file' || body.kind === 'image' ? body.name : ''
