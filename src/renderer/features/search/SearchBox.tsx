import { Search } from 'lucide-react'
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import type { SearchEntry } from './entries.ts'
import { searchSections } from './entries.ts'
import { SearchResults } from './SearchResults.tsx'

import './search.css'

export interface SearchBoxProps {
  readonly shortcut: string
  readonly onConversation: (id: ConversationId, seq: number | null) => void
  /** Puts the text of a quick reply into the open composer. */
  readonly onQuickReply: (text: string) => void
  readonly ref?: Ref<HTMLInputElement>
}

const LIMIT = 5
/** A longer query is cut (R-17-047). */
const LONGEST = 100

/** One field for everything: what is on this device comes at once, what the server adds stands below it. */
export const SearchBox = ({ shortcut, onConversation, onQuickReply, ref }: SearchBoxProps) => {
  const { t } = useTranslation('search')
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  // Typing never waits for results.
  const wanted = useDeferredValue(text.trim())
  const shown = open && wanted !== ''
  const local = useQuery('search.local', { text: shown ? wanted : '', limit: LIMIT }, { keep: true })
  const server = useQuery('search.server', { text: shown ? wanted : '', limit: LIMIT })
  const sections = shown ? searchSections(local, server?.messages ?? []) : []
  const entries = sections.flatMap((section) => section.entries)
  const current = entries[Math.min(active, entries.length - 1)]

  const close = (): void => {
    setOpen(false)
    setActive(0)
  }

  const choose = (entry: SearchEntry): void => {
    close()
    setText('')
    switch (entry.kind) {
      case 'quick-reply':
        onQuickReply(entry.reply.text)
        return
      case 'customer':
        onConversation(entry.conversationId, null)
        return
      case 'message':
        onConversation(entry.conversationId, entry.hit.message.seq)
        return
      case 'agent':
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, entries.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter' && current) choose(current)
    else if (event.key === 'Escape' && (text !== '' || open)) {
      close()
      setText('')
      event.currentTarget.blur()
    } else return
    event.preventDefault()
  }

  return (
    <div
      ref={box}
      className="fy-search"
      role="search"
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) close()
      }}
    >
      <Search aria-hidden="true" />
      <input
        ref={ref}
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
          setOpen(true)
          setActive(0)
        }}
        onFocus={() => {
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <kbd className="fy-key">{shortcut}</kbd>
      {shown ? (
        <SearchResults
          listId={listId}
          query={wanted}
          sections={sections}
          currentKey={current?.key ?? null}
          indexed={local?.indexed ?? 1}
          searching={local === undefined}
          offline={server?.offline ?? false}
          onChoose={choose}
        />
      ) : null}
    </div>
  )
}
