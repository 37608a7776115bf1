import { ChevronDown, ChevronUp, History, ScrollText, UsersRound } from 'lucide-react'
import type { PointerEvent } from 'react'

import type { MessageFilter } from '../../../protocol/model/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, Button, ErrorLine } from '../../ui/index.ts'
import { hasWords, SEARCH_CATEGORIES, type SearchCategory, type SearchEntry } from './entries.ts'
import { Marked } from './Marked.tsx'
import { MessageEntry } from './MessageEntry.tsx'
import { MessageFilters, type SearchScope } from './MessageFilters.tsx'
import { RecordsLine } from './RecordsLine.tsx'
import type { Records } from './useRecords.ts'
import type { Searched } from './useSearch.ts'

export interface SearchResultsProps {
  readonly listId: string
  readonly found: Searched
  readonly category: SearchCategory
  readonly currentKey: string | null
  readonly filter: MessageFilter
  readonly onFilter: (filter: MessageFilter) => void
  /** Null: only one's own conversations are there to choose. */
  readonly scope: SearchScope | null
  readonly onScope: (scope: SearchScope) => void
  /** Everybody's records are what is looked through. */
  readonly records: Records | null
  /** Back to the field. */
  readonly onLeaveFilters: () => void
  readonly onCategory: (category: SearchCategory) => void
  readonly onChoose: (entry: SearchEntry) => void
  /** Why what was chosen could not begin. */
  readonly refusal: string | null
  /** What was looked for before is nobody's business any more. */
  readonly onForget: () => void
}

export const SearchResults = (props: SearchResultsProps) => {
  const { listId, found, category, currentKey, filter, onFilter, onLeaveFilters } = props
  const { onCategory, onChoose, onForget, refusal, scope, onScope, records } = props
  const { query, sections, indexed, searching, offline } = found
  const { t } = useTranslation('search')
  return (
    <div className="fy-surface fy-search-results" onPointerDown={keepFocus}>
      {query === '' ? null : (
        <div className="fy-search-categories" role="group" aria-label={t('categories')}>
          {SEARCH_CATEGORIES.map((one) => (
            <button
              key={one}
              type="button"
              tabIndex={-1}
              aria-pressed={one === category}
              onClick={() => {
                onCategory(one)
              }}
            >
              {t(`category.${one}`)}
            </button>
          ))}
          <kbd className="fy-key">{'Tab'}</kbd>
        </div>
      )}
      {query !== '' && category === 'messages' ? (
        <MessageFilters
          filter={filter}
          onChange={onFilter}
          scope={scope}
          onScope={onScope}
          onLeave={onLeaveFilters}
        />
      ) : null}
      {query !== '' && records ? <RecordsLine records={records} /> : null}
      {refusal ? <ErrorLine text={refusal} /> : null}
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
      {query === '' ? (
        <button type="button" tabIndex={-1} className="fy-search-forget" onClick={onForget}>
          {t('forget')}
        </button>
      ) : null}
      {!records && sections.every(({ name }) => name === 'records') && !searching ? (
        <p className="fy-search-note">
          {t('nothing')}
          {category === 'messages' ? null : (
            <Button
              kind="quiet"
              tabIndex={-1}
              onClick={() => {
                onCategory('messages')
              }}
            >
              {t('inMessages')}
            </Button>
          )}
        </p>
      ) : null}
      {indexed < 1 ? (
        <p className="fy-search-note" role="status">
          {t('indexing', { percent: Math.floor(indexed * 100) })}
        </p>
      ) : null}
      {offline && !records ? <p className="fy-search-note">{t('offline')}</p> : null}
    </div>
  )
}

/** The field keeps it, so that Esc and the arrows go on working. */
const keepFocus = (event: PointerEvent): void => {
  if (!(event.target instanceof HTMLSelectElement)) event.preventDefault()
}

const Entry = ({ entry, query }: { readonly entry: SearchEntry; readonly query: string }) => {
  const { t } = useTranslation('search')
  const { t: ofPaths } = useTranslation('paths')
  const nameOf = useCustomerName()
  switch (entry.kind) {
    case 'customer': {
      const { customer, remark } = entry
      const name = nameOf(remark ?? customer.name, customer.number)
      const more = [remark === null ? '' : customer.name, customer.company, customer.phone, customer.email]
        .filter(Boolean)
        .join(' · ')
      // What an agent wrote on the profile is shown where it is what was found (R-03-165).
      const noted = hasWords(customer.note, query) && !hasWords(`${name} ${more}`, query)
      return (
        <>
          <Avatar id={customer.id} name={name} size={28} />
          <Marked text={name} query={query} />
          <span className="fy-secondary fy-cut">
            {noted ? `${t('inNote')} · ` : ''}
            <Marked text={noted ? customer.note : more} query={query} />
          </span>
        </>
      )
    }
    case 'account': {
      const { person, hindrance } = entry
      const name = nameOf(person.name, person.number)
      return (
        <>
          <Avatar id={person.customerId} name={name} size={28} />
          <span className="fy-cut">{name}</span>
          <span className="fy-secondary fy-digits">{t('number', { number: person.number })}</span>
          <span className="fy-secondary fy-search-end">
            {hindrance === null ? t('start') : ofPaths(`hindrance.${hindrance}`)}
          </span>
        </>
      )
    }
    case 'message':
      return <MessageEntry hit={entry.hit} query={query} />
    case 'record':
      return <MessageEntry hit={entry.hit} query={query} handlerId={entry.hit.handlerId} />
    case 'records':
      return (
        <>
          <ScrollText aria-hidden="true" />
          <span className="fy-cut">{t('records.door', { text: entry.text })}</span>
        </>
      )
    case 'conversation': {
      const { customerName, customerNumber, unnamedMembers, message } = entry.hit
      const name = nameOf(customerName, customerNumber, unnamedMembers)
      return (
        <>
          <Avatar id={message.conversationId} name={name} size={28} />
          <span className="fy-cut">{name}</span>
          <span className="fy-secondary fy-search-end">
            {t('inConversation', { count: entry.count })}
            {entry.unfolded ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
          </span>
        </>
      )
    }
    case 'quick-reply':
      return (
        <>
          <Marked text={entry.reply.title} query={query} />
          <span className="fy-secondary fy-cut">
            <Marked text={entry.reply.texts.join(' / ')} query={query} />
          </span>
        </>
      )
    case 'category':
      return <span className="fy-secondary">{t('more')}</span>
    case 'recent':
      return (
        <>
          <History aria-hidden="true" />
          <span className="fy-cut">{entry.text}</span>
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
    case 'chat':
      return (
        <>
          <UsersRound aria-hidden="true" />
          <Marked text={nameOf(entry.chat.name, 0, entry.chat.unnamedMembers)} query={query} />
        </>
      )
  }
}
