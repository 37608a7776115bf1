import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react'

import type { RecordHit } from '../../../client/api.ts'
import { NO_MESSAGE_FILTER, type ConversationId, type QuickReply } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { useChatCommands } from '../chats/index.ts'
import { useStart } from '../paths/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import {
  recordsDoor,
  recordSections,
  SEARCH_CATEGORIES,
  searchedNow,
  type SearchCategory,
  type SearchEntry,
} from './entries.ts'
import type { SearchScope } from './MessageFilters.tsx'
import { SearchResults } from './SearchResults.tsx'
import { setText, useSearchText } from './searchText.ts'
import { useRecords } from './useRecords.ts'
import { useSearch } from './useSearch.ts'

import './search.css'

export interface SearchBoxProps {
  /** `behind`: the keyboard stays here. */
  readonly onConversation: (id: ConversationId, seq: number | null, behind: boolean) => void
  /** Shows a message of somebody else's conversation, to be read. */
  readonly onRecord: (hit: RecordHit) => void
  /** Puts a quick reply into the open composer; null: none is open. */
  readonly onQuickReply: ((reply: QuickReply) => void) | null
}

/** A longer query is cut (R-17-047). */
const LONGEST = 100

/** One field for everything: what is on this device comes at once, what the server adds stands below it. */
export const SearchBox = ({ onConversation, onRecord, onQuickReply }: SearchBoxProps) => {
  const { t } = useTranslation('search')
  const { text, asked } = useSearchText()
  const [open, setOpen] = useState(false)
  const [category, setCategory] = useState<SearchCategory>('all')
  const [active, setActive] = useState(0)
  const [filter, setFilter] = useState(NO_MESSAGE_FILTER)
  const [scope, setScope] = useState<SearchScope>('own')
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const recent = useAgentSetting('recentSearches')
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<HTMLElement>(null)
  const shownBehind = useRef<{ readonly id: ConversationId; readonly seq: number | null }>(null)
  const shortcut = useKeyLabel('search')
  useAction('search', () => field.current?.focus())
  useEffect(() => {
    if (asked > 0) field.current?.focus()
  }, [asked])
  // The next one to sign in here need not know what was looked for.
  useEffect(
    () => () => {
      setText('')
    },
    [],
  )
  const chats = useChatCommands()
  const permissions = useQuery('account.current', {})?.me?.permissions
  const mayAll = permissions?.includes('records.search-all') ?? false
  const ofAll = mayAll && scope === 'all' && category === 'messages'
  const records = useRecords(text, filter)
  const own = useSearch(text, category, recent.value, open && !ofAll, filter, unfolded)
  const found = {
    ...own,
    sections: ofAll
      ? recordSections(records.hits ?? [], unfolded)
      : [...own.sections, ...(mayAll ? recordsDoor(own.query, category) : [])],
  }
  const entries = found.sections.flatMap((section) => section.entries)
  const current = entries[Math.min(active, entries.length - 1)]
  const shown = open && (found.query !== '' || entries.length > 0)

  const close = (): void => {
    setOpen(false)
    setActive(0)
    setCategory('all')
    setFilter(NO_MESSAGE_FILTER)
    setScope('own')
    records.forget()
    setUnfolded(new Set())
  }
  const starting = useStart((id) => {
    close()
    setText('')
    onConversation(id, null, false)
  })
  const look = (next: SearchCategory): void => {
    setCategory(next)
    setActive(0)
  }

  const show = (id: ConversationId, seq: number | null, behind: boolean): void => {
    shownBehind.current = behind ? { id, seq } : null
    onConversation(id, seq, behind)
  }

  const choose = (entry: SearchEntry, behind = false): void => {
    if (entry.kind === 'category') {
      look(entry.category)
      return
    }
    if (entry.kind === 'conversation') {
      const others = [...unfolded].filter((key) => key !== entry.key)
      setUnfolded(new Set(unfolded.has(entry.key) ? others : [...others, entry.key]))
      return
    }
    if (entry.kind === 'recent') {
      setText(entry.text)
      return
    }
    if (entry.kind === 'account') {
      const { conversationId } = entry.person
      // It stays here until it has begun: what hinders it is told here.
      if (conversationId) void starting.start(conversationId)
      return
    }
    if (entry.kind === 'records') {
      look('messages')
      setScope('all')
      records.search()
      return
    }
    // Neither what was found in everybody's records nor what was looked for there stays on this device.
    if (entry.kind !== 'record') recent.save(searchedNow(recent.value, found.query))
    // What is opened behind can be looked at, and the next one after it, without searching again.
    if (!behind) {
      close()
      setText('')
    }
    switch (entry.kind) {
      case 'quick-reply':
        onQuickReply?.(entry.reply)
        return
      case 'customer':
        show(entry.conversationId, null, behind)
        return
      case 'message':
        show(entry.conversationId, entry.hit.message.seq, behind)
        return
      case 'record':
        if (entry.hit.own) show(entry.conversationId, entry.hit.message.seq, behind)
        else onRecord(entry.hit)
        return
      case 'agent':
        void chats.open(entry.agent.id).then((id) => {
          if (id !== null) show(id, null, behind)
        })
        return
      case 'chat':
        show(entry.conversationId, null, behind)
    }
  }

  // Who writes faster than the results come means what was written, not what is still shown; a search that is noted down
  // begins only for who sees that it would.
  const entered = useRef<string | null>(null)
  const takeEntered = useEffectEvent((): void => {
    if (entered.current === text && current && current.kind !== 'records') choose(current)
    entered.current = null
  })
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- what Enter was pressed for has come
    if (found.settled) takeEntered()
  }, [found.settled])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, entries.length - 1))
    else if (event.key === 'ArrowUp' && active === 0) box.current?.querySelector('select')?.focus()
    else if (event.key === 'ArrowUp') setActive(active - 1)
    else if (event.key === 'Enter' && ofAll && !records.hits) records.search()
    else if (event.key === 'Enter' && !found.settled) entered.current = text
    else if (event.key === 'Enter' && current) choose(current, event.ctrlKey || event.metaKey)
    else if (event.key === 'Tab' && shown && found.query !== '') look(next(category, event.shiftKey ? -1 : 1))
    else if (event.key === 'Delete' && text === '' && current?.kind === 'recent')
      recent.save(recent.value.filter((one) => one !== current.text))
    else if (event.key === 'Escape' && (text !== '' || open)) {
      close()
      setText('')
      // Whoever opened something meanwhile goes on with that; whoever only looked goes on where they were.
      if (shownBehind.current) show(shownBehind.current.id, shownBehind.current.seq, false)
      else if (before.current?.isConnected) before.current.focus()
      else event.currentTarget.blur()
    } else return
    event.preventDefault()
  }

  return (
    <div
      ref={box}
      className="fy-search"
      role="search"
      onBlur={(event) => {
        if (box.current?.contains(event.relatedTarget)) return
        shownBehind.current = null
        close()
      }}
    >
      <Search aria-hidden="true" />
      <input
        ref={field}
        role="combobox"
        aria-label={t('label')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && current ? `${listId}-${current.key}` : undefined}
        placeholder={t('placeholder')}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          starting.dismiss()
          setOpen(true)
          setActive(0)
        }}
        onFocus={(event) => {
          if (event.relatedTarget instanceof HTMLElement) before.current = event.relatedTarget
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      {shortcut ? <kbd className="fy-key">{shortcut}</kbd> : null}
      {shown ? (
        <SearchResults
          listId={listId}
          found={found}
          category={category}
          currentKey={current?.key ?? null}
          onCategory={look}
          filter={filter}
          onFilter={(next) => {
            setFilter(next)
            setActive(0)
          }}
          onLeaveFilters={() => field.current?.focus()}
          onChoose={choose}
          scope={mayAll ? scope : null}
          onScope={(next) => {
            setScope(next)
            setActive(0)
          }}
          records={ofAll ? records : null}
          refusal={starting.refusal?.text ?? null}
          onForget={() => {
            recent.save([])
          }}
        />
      ) : null}
    </div>
  )
}

const next = (category: SearchCategory, by: 1 | -1): SearchCategory => {
  const at = SEARCH_CATEGORIES.indexOf(category) + by + SEARCH_CATEGORIES.length
  return SEARCH_CATEGORIES[at % SEARCH_CATEGORIES.length] ?? 'all'
}
