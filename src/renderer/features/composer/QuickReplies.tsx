import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { QuickReply } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { EmptyState, Skeleton } from '../../ui/index.ts'

/** The canned replies of the company and one's own, found by any of their words. Choosing one inserts it. */
export const QuickReplies = ({ onPick }: { readonly onPick: (text: string) => void }) => {
  const { t } = useTranslation('composer')
  const replies = useQuery('quick-replies.list', {})
  const [filter, setFilter] = useState('')
  const [active, setActive] = useState(0)
  if (!replies) return <Skeleton rows={4} rowHeight={48} />
  const found = matching(replies, filter)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = active + (event.key === 'ArrowDown' ? 1 : -1)
      setActive(Math.max(0, Math.min(found.length - 1, next)))
    } else if (event.key === 'Enter') {
      const reply = found[active]
      if (reply) onPick(reply.text)
    } else return
    event.preventDefault()
  }
  return (
    <div className="fy-replies">
      <input
        className="fy-field"
        role="combobox"
        aria-label={t('searchReplies')}
        aria-expanded
        aria-controls="fy-replies"
        aria-activedescendant={found[active] ? `reply-${found[active].id}` : undefined}
        placeholder={t('searchReplies')}
        value={filter}
        autoFocus
        onChange={(event) => {
          setFilter(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? (
        <EmptyState title={t('noReplies')} hint={t('noRepliesHint')} />
      ) : (
        <div id="fy-replies" role="listbox" aria-label={t('quickReplies')} className="fy-replies-list">
          {found.map((reply, index) => (
            <button
              key={reply.id}
              id={`reply-${reply.id}`}
              type="button"
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              onClick={() => {
                onPick(reply.text)
              }}
            >
              <span className="fy-replies-title">
                {reply.title}
                <span className="fy-secondary">
                  {`${reply.ownerId ? t('own') : t('company')} · ${reply.groupName}`}
                </span>
              </span>
              <span className="fy-secondary fy-cut">{reply.text}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

const matching = (replies: readonly QuickReply[], filter: string): readonly QuickReply[] => {
  const words = filter.toLowerCase().split(/\s+/u).filter(Boolean)
  return replies.filter(({ title, text, groupName }) => {
    const hay = `${title} ${text} ${groupName}`.toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}
