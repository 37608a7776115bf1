import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'

import type { TopicId } from '../../../../protocol/model/index.ts'
import { TOPIC_NAME_LIMIT, TOPICS_LIMIT } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { nameProblem } from './edits.ts'

interface NamedTopic {
  readonly id: TopicId
  readonly name: string
}

export interface TopicLevelProps {
  readonly title: string
  readonly topics: readonly NamedTopic[]
  /** The one whose second level is shown beside. */
  readonly selected?: TopicId | null
  readonly onSelect?: (id: TopicId) => void
  /** These answer whether it was saved. */
  readonly onAdd: (name: string) => Promise<boolean>
  readonly onRename: (id: TopicId, name: string) => Promise<boolean>
  readonly onMove: (id: TopicId, by: 1 | -1) => void
  readonly onRemove: (topic: NamedTopic) => void
}

/** The topics beside each other: named in their place, moved, deleted, and a new one at the end. */
export const TopicLevel = ({
  title,
  topics,
  selected,
  onSelect,
  onAdd,
  onRename,
  onMove,
  onRemove,
}: TopicLevelProps) => {
  const { t } = useTranslation('accountCenter')
  const [added, setAdded] = useState('')
  const full = topics.length >= TOPICS_LIMIT
  const titleId = useId()
  const add = async (): Promise<void> => {
    if (nameProblem(added) !== null || !(await onAdd(added.trim()))) return
    // What was written meanwhile is the next one.
    setAdded((now) => (now === added ? '' : now))
  }
  return (
    <section className="fy-topic-level" aria-labelledby={titleId}>
      <h3 id={titleId}>
        <span className="fy-cut">{title}</span>
        <span className="fy-secondary fy-digits">{`${topics.length}/${TOPICS_LIMIT}`}</span>
      </h3>
      <ul>
        {topics.map((topic, index) => (
          <li
            key={topic.id}
            data-selected={topic.id === selected || undefined}
            onFocus={() => {
              onSelect?.(topic.id)
            }}
          >
            <TopicName topic={topic} onRename={onRename} />
            <IconButton
              label={t('topics.up', { name: topic.name })}
              disabled={index === 0}
              onClick={() => {
                onMove(topic.id, -1)
              }}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              label={t('topics.down', { name: topic.name })}
              disabled={index === topics.length - 1}
              onClick={() => {
                onMove(topic.id, 1)
              }}
            >
              <ArrowDown />
            </IconButton>
            <IconButton
              label={t('topics.removeNamed', { name: topic.name })}
              onClick={() => {
                onRemove(topic)
              }}
            >
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <NameInput
          label={t('topics.newIn', { title })}
          placeholder={full ? t('topics.full', { count: TOPICS_LIMIT }) : t('topics.new')}
          value={added}
          disabled={full}
          onChange={setAdded}
        >
          <Button type="submit" disabled={full || nameProblem(added) !== null}>
            <Plus aria-hidden="true" />
            {t('topics.add')}
          </Button>
        </NameInput>
      </form>
    </section>
  )
}

const TopicName = ({
  topic,
  onRename,
}: { readonly topic: NamedTopic } & Pick<TopicLevelProps, 'onRename'>) => {
  const { t } = useTranslation('accountCenter')
  // Null: it is not being changed.
  const [typed, setTyped] = useState<string | null>(null)
  // Enter saves, and leaving the field would save the same again.
  const saving = useRef(false)
  const commit = async (): Promise<void> => {
    if (saving.current || typed === null || nameProblem(typed) === 'long') return
    const name = typed.trim()
    saving.current = true
    if (name === '' || name === topic.name || (await onRename(topic.id, name))) setTyped(null)
    saving.current = false
  }
  return (
    <NameInput
      label={t('topics.nameOf', { name: topic.name })}
      value={typed ?? topic.name}
      onChange={setTyped}
      onBlur={() => {
        void commit()
      }}
      onKey={(key) => {
        if (key === 'Enter') void commit()
        else if (key === 'Escape') setTyped(null)
      }}
    />
  )
}

interface NameInputProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  readonly disabled?: boolean
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onKey?: (key: string) => void
  readonly children?: ReactNode
}

/** A name with its limit, which is said as soon as it is passed. */
const NameInput = ({
  label,
  placeholder,
  value,
  disabled,
  onChange,
  onBlur,
  onKey,
  children,
}: NameInputProps) => {
  const { t } = useTranslation('accountCenter')
  const long = nameProblem(value) === 'long'
  const problemId = useId()
  return (
    <div className="fy-topic-name">
      <input
        value={value}
        aria-label={label}
        placeholder={placeholder}
        disabled={disabled}
        aria-invalid={long}
        aria-describedby={long ? problemId : undefined}
        onChange={(event) => {
          onChange(event.target.value)
        }}
        onBlur={onBlur}
        onKeyDown={({ key, nativeEvent }) => {
          if (!nativeEvent.isComposing && nativeEvent.keyCode !== 229) onKey?.(key)
        }}
      />
      {children}
      {long ? (
        <span id={problemId} role="alert">
          {t('topics.long', { count: TOPIC_NAME_LIMIT })}
        </span>
      ) : null}
    </div>
  )
}
