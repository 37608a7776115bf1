import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'

import { movedTo } from '../../../../base/movedTo.ts'
import {
  QUICK_ENTRY_ICONS,
  QUICK_ENTRY_PARAMETERS,
  type QuickEntry,
} from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { IconButton } from '../../../ui/index.ts'
import { ENTRY_ICONS } from '../../rightMenu/index.ts'
import { problemOf } from './form.ts'

export interface EntryRowProps {
  readonly entries: readonly QuickEntry[]
  readonly index: number
  readonly onChange: (entries: readonly QuickEntry[]) => void
}

/** One entry: icon, name and address; what is wrong with it is said while it is typed. */
export const EntryRow = ({ entries, index, onChange }: EntryRowProps) => {
  const { t } = useTranslation('accountCenter')
  const address = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(false)
  const problemId = useId()
  const entry = entries[index]
  if (!entry) return null
  const name = entry.name.trim() || t('quickEntries.new')
  const Icon = ENTRY_ICONS[entry.icon]
  const problem = problemOf(entry)
  const put = (more: Partial<QuickEntry>): void => {
    setTyped(true)
    onChange(entries.with(index, { ...entry, ...more }))
  }
  /** Where the caret is. */
  const insert = (parameter: string): void => {
    const field = address.current
    const at = field?.selectionStart ?? entry.address.length
    const end = field?.selectionEnd ?? at
    put({ address: `${entry.address.slice(0, at)}{${parameter}}${entry.address.slice(end)}` })
    field?.focus()
  }
  return (
    <li>
      <div className="fy-quick-entry-fields">
        <Icon aria-hidden="true" />
        <select
          aria-label={t('quickEntries.icon', { name })}
          value={entry.icon}
          onChange={({ target }) => {
            put({ icon: QUICK_ENTRY_ICONS.find((icon) => icon === target.value) ?? entry.icon })
          }}
        >
          {QUICK_ENTRY_ICONS.map((icon) => (
            <option key={icon} value={icon}>
              {t(`quickEntries.icons.${icon}`)}
            </option>
          ))}
        </select>
        <input
          className="fy-quick-entry-name"
          aria-label={t('quickEntries.name', { number: index + 1 })}
          aria-invalid={typed && problem === 'name'}
          maxLength={8}
          value={entry.name}
          onChange={({ target }) => {
            put({ name: target.value })
          }}
        />
        <input
          ref={address}
          className="fy-grow"
          type="url"
          aria-label={t('quickEntries.address', { name })}
          aria-invalid={typed && problem !== null && problem !== 'name'}
          aria-describedby={problemId}
          maxLength={500}
          spellCheck={false}
          value={entry.address}
          onChange={({ target }) => {
            put({ address: target.value })
          }}
        />
        <IconButton
          label={t('rules.up', { name })}
          disabled={index === 0}
          onClick={() => {
            onChange(movedTo(entries, index, index - 1))
          }}
        >
          <ArrowUp />
        </IconButton>
        <IconButton
          label={t('rules.down', { name })}
          disabled={index === entries.length - 1}
          onClick={() => {
            onChange(movedTo(entries, index, index + 1))
          }}
        >
          <ArrowDown />
        </IconButton>
        <IconButton
          label={t('quickEntries.remove', { name })}
          onClick={() => {
            onChange(entries.toSpliced(index, 1))
          }}
        >
          <Trash2 />
        </IconButton>
      </div>
      <div className="fy-quick-entry-parameters" role="group" aria-label={t('quickEntries.insert', { name })}>
        {QUICK_ENTRY_PARAMETERS.map((parameter) => (
          <button
            key={parameter}
            type="button"
            onClick={() => {
              insert(parameter)
            }}
          >
            {`{${parameter}}`}
          </button>
        ))}
        <span id={problemId} role="status" className="fy-quick-entry-problem">
          {typed && problem !== null ? t(`quickEntries.problems.${problem}`) : ''}
        </span>
      </div>
    </li>
  )
}
