import { Plus, X } from 'lucide-react'
import { useState } from 'react'

import { BOT_LIMITS, type KnowledgeEntry } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { linesOf } from './form.ts'

export interface KnowledgeFieldsProps {
  readonly entries: readonly KnowledgeEntry[]
  readonly onChange: (entries: KnowledgeEntry[]) => void
}

/** What the company has written down: questions, other ways to ask them, answers. */
export const KnowledgeFields = ({ entries, onChange }: KnowledgeFieldsProps) => {
  const { t } = useTranslation('bots')
  // A row keeps its inputs while others are taken away.
  const [keys, setKeys] = useState(() => entries.map(() => crypto.randomUUID()))
  return (
    <fieldset className="fy-bot-entries">
      <legend>{t('entries')}</legend>
      {entries.map((entry, index) => (
        <EntryFields
          key={keys[index] ?? index}
          entry={entry}
          number={index + 1}
          onChange={(more) => {
            onChange(entries.map((one, at) => (at === index ? { ...one, ...more } : one)))
          }}
          onRemove={() => {
            setKeys(keys.filter((_key, at) => at !== index))
            onChange(entries.filter((_one, at) => at !== index))
          }}
        />
      ))}
      <Button
        kind="quiet"
        disabled={entries.length >= BOT_LIMITS.entries}
        onClick={() => {
          setKeys([...keys, crypto.randomUUID()])
          onChange([...entries, { question: '', variants: [], answer: '' }])
        }}
      >
        <Plus aria-hidden="true" />
        {t('entryAdd')}
      </Button>
    </fieldset>
  )
}

interface EntryFieldsProps {
  readonly entry: KnowledgeEntry
  readonly number: number
  readonly onChange: (more: Partial<KnowledgeEntry>) => void
  readonly onRemove: () => void
}

const EntryFields = ({ entry, number, onChange, onRemove }: EntryFieldsProps) => {
  const { t } = useTranslation('bots')
  const [variants, setVariants] = useState(() => entry.variants.join('\n'))
  return (
    <div>
      <input
        value={entry.question}
        maxLength={BOT_LIMITS.question}
        aria-label={t('question', { number })}
        placeholder={t('question', { number })}
        onChange={({ target: { value } }) => {
          onChange({ question: value })
        }}
      />
      <textarea
        rows={2}
        value={variants}
        aria-label={t('variants', { number })}
        placeholder={t('variantsHint')}
        onChange={({ target: { value } }) => {
          setVariants(value)
          onChange({ variants: linesOf(value) })
        }}
      />
      <textarea
        rows={2}
        value={entry.answer}
        aria-label={t('entryAnswer', { number })}
        placeholder={t('answer')}
        onChange={({ target: { value } }) => {
          onChange({ answer: value })
        }}
      />
      <IconButton label={t('entryRemove', { number })} onClick={onRemove}>
        <X />
      </IconButton>
    </div>
  )
}
