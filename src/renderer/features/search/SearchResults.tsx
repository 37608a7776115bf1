import { useTranslation } from 'react-i18next'

import { useCustomerName } from '../../i18n/index.ts'
import { Avatar, plainLine, RelativeTime } from '../../ui/index.ts'
import { markHits, wordsOf, type SearchEntry, type SearchSection } from './entries.ts'

export interface SearchResultsProps {
  readonly listId: string
  readonly query: string
  readonly sections: readonly SearchSection[]
  readonly currentKey: string | null
  readonly indexed: number
  readonly searching: boolean
  readonly offline: boolean
  readonly onChoose: (entry: SearchEntry) => void
}

export const SearchResults = (props: SearchResultsProps) => {
  const { listId, query, sections, currentKey, indexed, searching, offline, onChoose } = props
  const { t } = useTranslation('search')
  return (
    <div className="fy-search-results">
      <div id={listId} role="listbox" aria-label={t('results')}>
        {sections.map(({ name, entries }) => (
          <div key={name} role="group" aria-label={t(`section.${name}`)}>
            <h3 aria-hidden="true">{t(`section.${name}`)}</h3>
            {entries.map((entry) => (
              <button
                key={entry.key}
                id={`${listId}-${entry.key}`}
                type="button"
                role="option"
                aria-selected={entry.key === currentKey}
                tabIndex={-1}
                className="fy-search-entry"
                // The field keeps the focus, so that Esc and the arrows go on working.
                onPointerDown={(event) => {
                  event.preventDefault()
                }}
                onClick={() => {
                  onChoose(entry)
                }}
              >
                <Entry entry={entry} query={query} />
              </button>
            ))}
          </div>
        ))}
      </div>
      {sections.length === 0 && !searching ? <p className="fy-search-note">{t('nothing')}</p> : null}
      {indexed < 1 ? (
        <p className="fy-search-note" role="status">
          {t('indexing', { percent: Math.floor(indexed * 100) })}
        </p>
      ) : null}
      {offline ? <p className="fy-search-note">{t('offline')}</p> : null}
    </div>
  )
}

const Entry = ({ entry, query }: { readonly entry: SearchEntry; readonly query: string }) => {
  const { t } = useTranslation('search')
  const nameOf = useCustomerName()
  switch (entry.kind) {
    case 'customer': {
      const { customer, remark } = entry
      const name = nameOf(remark ?? customer.name, customer.number)
      const more = [remark === null ? '' : customer.name, customer.company, customer.phone, customer.email]
        .filter(Boolean)
        .join(' · ')
      return (
        <>
          <Avatar id={customer.id} name={name} size={28} />
          <Marked text={name} query={query} />
          <span className="fy-secondary fy-cut">
            <Marked text={more} query={query} />
          </span>
        </>
      )
    }
    case 'message': {
      const { message, customerName, customerNumber } = entry.hit
      const text =
        message.body.kind === 'text' ? message.body.text : 'name' in message.body ? message.body.name : ''
      const name = nameOf(customerName, customerNumber)
      return (
        <>
          <Avatar
            id={message.sender.kind === 'customer' ? message.sender.customerId : message.conversationId}
            name={name}
            size={28}
          />
          <span className="fy-cut">
            <Marked text={text} query={query} />
          </span>
          <span className="fy-secondary fy-search-end">
            {`${name} · `}
            <RelativeTime at={message.at} />
          </span>
        </>
      )
    }
    case 'quick-reply':
      return (
        <>
          <Marked text={entry.reply.title} query={query} />
          <span className="fy-secondary fy-cut">
            <Marked text={entry.reply.text} query={query} />
          </span>
        </>
      )
    case 'agent':
      return (
        <>
          <Avatar id={entry.agent.id} name={entry.agent.name} size={28} />
          <Marked text={entry.agent.name} query={query} />
          <span className="fy-secondary">{t('colleague')}</span>
        </>
      )
  }
}

const Marked = ({ text, query }: { readonly text: string; readonly query: string }) => (
  <span className="fy-search-text">
    {markHits(plainLine(text), wordsOf(query)).map((part, index) =>
      part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
    )}
  </span>
)
