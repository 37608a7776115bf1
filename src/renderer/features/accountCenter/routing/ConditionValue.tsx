import { useState } from 'react'

import type { OrganizationView } from '../../../../client/api.ts'
import { clockText, minuteOf } from '../../../../domain/hours/businessHours.ts'
import type { RuleCondition } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { wordsOf } from './form.ts'
import { PickMany } from './PickMany.tsx'

export interface ConditionValueProps {
  readonly condition: RuleCondition
  readonly organization: OrganizationView
  readonly onChange: (condition: RuleCondition) => void
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
const TYPES = ['new', 'potential', 'won'] as const
const OWNERSHIPS = ['company-pool', 'team-pool', 'owned'] as const
const SOURCES = ['direct', 'search', 'campaign', 'site'] as const

/** The values of a condition, as its kind asks for them. */
export const ConditionValue = ({ condition, organization, onChange }: ConditionValueProps) => {
  const { t } = useTranslation('routing')
  const label = t(`conditions.${condition.on}`)
  const pick = { label }
  switch (condition.on) {
    case 'known':
    case 'open':
      return <span className="fy-grow" />
    case 'words':
    case 'campaign':
    case 'region':
      return (
        <WordsInput
          label={label}
          words={condition.words}
          onChange={(words) => {
            onChange({ ...condition, words })
          }}
        />
      )
    case 'language':
      return (
        <WordsInput
          label={label}
          words={condition.any}
          onChange={(any) => {
            onChange({ ...condition, any })
          }}
        />
      )
    case 'sessions':
      return (
        <input
          type="number"
          min={1}
          max={1000}
          value={condition.least || ''}
          aria-label={label}
          onChange={({ target: { value } }) => {
            onChange({ ...condition, least: Math.floor(Number(value)) })
          }}
        />
      )
    case 'time':
      return (
        <span className="fy-grow fy-condition-time">
          <PickMany
            label={t('days')}
            options={DAYS.map((day) => [day, t(`weekdays.${day}`)] as const)}
            chosen={condition.days}
            onChange={(days) => {
              onChange({ ...condition, days: days.toSorted((a, b) => a - b) })
            }}
          />
          <ClockInput
            label={t('from')}
            minute={condition.from}
            onChange={(from) => {
              onChange({ ...condition, from })
            }}
          />
          <ClockInput
            label={t('to')}
            minute={condition.to}
            onChange={(to) => {
              onChange({ ...condition, to })
            }}
          />
        </span>
      )
    case 'channel':
      return <span className="fy-grow">{condition.any.join(', ')}</span>
    case 'tag':
      return (
        <PickMany
          {...pick}
          options={organization.tags.map(({ id, name }) => [id, name] as const)}
          chosen={condition.any}
          onChange={(any) => {
            onChange({ ...condition, any })
          }}
        />
      )
    case 'widget':
      return (
        <PickMany
          {...pick}
          options={organization.widgets.map(({ id, name }) => [id, name] as const)}
          chosen={condition.any}
          onChange={(any) => {
            onChange({ ...condition, any })
          }}
        />
      )
    case 'owner':
      return (
        <PickMany
          {...pick}
          options={organization.agents
            .filter(({ superAdmin }) => !superAdmin)
            .map(({ id, name }) => [id, name] as const)}
          chosen={condition.any}
          onChange={(any) => {
            onChange({ ...condition, any })
          }}
        />
      )
    case 'type':
      return (
        <PickMany
          {...pick}
          options={TYPES.map((one) => [one, t(`types.${one}`)] as const)}
          chosen={condition.any}
          onChange={(any) => {
            onChange({ ...condition, any })
          }}
        />
      )
    case 'ownership':
      return (
        <PickMany
          {...pick}
          options={OWNERSHIPS.map((one) => [one, t(`ownerships.${one}`)] as const)}
          chosen={condition.any}
          onChange={(any) => {
            onChange({ ...condition, any })
          }}
        />
      )
    case 'source':
      return (
        <PickMany
          {...pick}
          options={SOURCES.map((one) => [one, t(`sources.${one}`)] as const)}
          chosen={condition.any}
          onChange={(any) => {
            onChange({ ...condition, any })
          }}
        />
      )
  }
}

interface WordsInputProps {
  readonly label: string
  readonly words: readonly string[]
  readonly onChange: (words: string[]) => void
}

/** Several words; the text stays as it is typed. */
const WordsInput = ({ label, words, onChange }: WordsInputProps) => {
  const { t } = useTranslation('routing')
  const [text, setText] = useState(() => words.join(', '))
  return (
    <input
      className="fy-grow"
      value={text}
      aria-label={label}
      placeholder={t('wordsHint')}
      onChange={({ target: { value } }) => {
        setText(value)
        onChange(wordsOf(value))
      }}
    />
  )
}

interface ClockInputProps {
  readonly label: string
  readonly minute: number
  readonly onChange: (minute: number) => void
}

const ClockInput = ({ label, minute, onChange }: ClockInputProps) => (
  <input
    type="time"
    value={clockText(minute % 1440)}
    aria-label={label}
    onChange={({ target: { value } }) => {
      const next = minuteOf(value)
      if (next !== null) onChange(next)
    }}
  />
)
