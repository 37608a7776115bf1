import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

import type { TopicChoice } from '../../../domain/topics/topics.ts'
import type { TopicId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ErrorLine } from '../../ui/index.ts'
import { matching } from './choices.ts'

export interface TopicChooserProps {
  readonly choices: readonly TopicChoice[]
  readonly chosen: TopicId | null
  /** Why it was opened, where the agent did not ask for it. */
  readonly reason: string | null
  readonly failure: string | null
  readonly onChoose: (id: TopicId) => void
}

/** Finds a topic by any of its words; ↑ ↓ and Enter choose. */
export const TopicChooser = ({ choices, chosen, reason, failure, onChoose }: TopicChooserProps) => {
  const { t } = useTranslation('topics')
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = matching(choices, text)
  const current = found[active]
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = active + (event.key === 'ArrowDown' ? 1 : -1)
      setActive(Math.max(0, Math.min(found.length - 1, next)))
    } else if (event.key === 'Enter') {
      if (current) onChoose(current.topic.id)
    } else return
    event.preventDefault()
  }
  return (
    <div className="fy-topics">
      {reason === null ? null : <p role="alert">{reason}</p>}
      <input
        className="fy-topics-search"
        role="combobox"
        aria-label={t('search')}
        aria-expanded
        aria-controls="fy-topics"
        aria-activedescendant={current ? `topic-${current.topic.id}` : undefined}
        placeholder={t('search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {failure === null ? null : <ErrorLine text={failure} />}
      <div ref={list} id="fy-topics" role="listbox" aria-label={t('topics')} className="fy-topics-list">
        {found.map(({ topic, parent }, index) => (
          <button
            key={topic.id}
            id={`topic-${topic.id}`}
            type="button"
            role="option"
            aria-selected={topic.id === chosen}
            data-active={index === active || undefined}
            tabIndex={-1}
            onClick={() => {
              onChoose(topic.id)
            }}
          >
            <span className="fy-cut">{topic.name}</span>
            <span className="fy-secondary fy-cut">{parent?.name}</span>
          </button>
        ))}
      </div>
      {found.length === 0 ? <p className="fy-secondary">{t('noneFound', { text })}</p> : null}
    </div>
  )
}
