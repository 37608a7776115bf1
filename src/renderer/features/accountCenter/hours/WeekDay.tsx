import { Plus, X } from 'lucide-react'

import { useTranslation } from '../../../translation/index.ts'
import { IconButton, useLanguage } from '../../../ui/index.ts'
import { segmentsOf, USUAL_SPAN, type HoursForm, type SpanText } from './form.ts'
import { SpanInputs } from './SpanInputs.tsx'

export interface WeekDayProps {
  /** 1 is Monday. */
  readonly day: number
  readonly week: HoursForm['week']
  readonly onChange: (spans: readonly SpanText[]) => void
}

/** One day of the week: a picture of its 24 hours, and the spans in which somebody is there. */
export const WeekDay = ({ day, week, onChange }: WeekDayProps) => {
  const { t } = useTranslation('accountCenter')
  const language = useLanguage()
  const spans = week[day - 1] ?? []
  const name = weekdayName(day, language)
  return (
    <div className="fy-hours-day" role="group" aria-label={name}>
      <span>{name}</span>
      <span className="fy-hours-bar" aria-hidden="true">
        {segmentsOf(week, day - 1).map(({ from, to }) => (
          <i key={`${from}-${to}`} style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
        ))}
      </span>
      <span className="fy-hours-spans">
        {spans.length === 0 ? <span className="fy-secondary">{t('hours.dayOff')}</span> : null}
        {spans.map((span, index) => (
          <span key={index} className="fy-hours-span">
            <SpanInputs
              name={spans.length > 1 ? `${name} ${index + 1}` : name}
              span={span}
              onChange={(changed) => {
                onChange(spans.map((old, at) => (at === index ? changed : old)))
              }}
            />
            <IconButton
              label={t('hours.removeSpan', { name, from: span.from, to: span.to })}
              onClick={() => {
                onChange(spans.filter((_old, at) => at !== index))
              }}
            >
              <X aria-hidden="true" />
            </IconButton>
          </span>
        ))}
        <IconButton
          label={t('hours.addSpan', { name })}
          disabled={spans.length >= 10}
          onClick={() => {
            onChange([...spans, USUAL_SPAN])
          }}
        >
          <Plus aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  )
}

/** The first of January 2024 was a Monday. */
const weekdayName = (day: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
