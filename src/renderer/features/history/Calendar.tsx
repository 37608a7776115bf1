import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'

import { addDays } from '../../../domain/hours/zoneTime.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { dateShown, IconButton, serverNow, startOfDate, useLanguage } from '../../ui/index.ts'
import { hiddenOf, seenDays, useHidden } from './hidden.ts'
import { daysOfMonth, monthAfter } from './month.ts'

export interface CalendarProps {
  readonly conversationId: ConversationId
  /** The first message of a day; `instead`: the day had none, this one is of the next that has. */
  readonly onDay: (seq: number, instead: boolean) => void
  /** Neither that day nor any later one has a message. */
  readonly onNothing: () => void
}

/** A month of a thread; days with messages are marked (R-03-147). */
export const Calendar = ({ conversationId, onDay, onNothing }: CalendarProps) => {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const today = dateShown(serverNow())
  const [month, setMonth] = useState(today.slice(0, 7))
  const dates = daysOfMonth(month)
  const end = addDays(dates.at(-1) ?? today, 1)
  const answer = useQuery('thread.days', { conversationId, starts: [...dates, end].map(startOfDate) })
  const days = seenDays(answer?.days ?? [], answer?.later ?? null, hiddenOf(useHidden(), conversationId))
  const choose = (index: number): void => {
    const seq = days[index] ?? null
    const later = days.slice(index + 1).find((day) => day !== null) ?? answer?.later ?? null
    if (seq !== null) onDay(seq, false)
    else if (later === null) onNothing()
    else onDay(later, true)
  }
  const name = (options: Intl.DateTimeFormatOptions, date: string): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
  const turn = (by: number): void => {
    setMonth(monthAfter(month, by))
  }
  return (
    <div className="fy-calendar">
      <div className="fy-calendar-head">
        <IconButton
          label={t('monthBefore')}
          onClick={() => {
            turn(-1)
          }}
        >
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <span aria-live="polite">{name({ year: 'numeric', month: 'long' }, `${month}-01`)}</span>
        <IconButton
          label={t('monthAfter')}
          disabled={month >= today.slice(0, 7)}
          onClick={() => {
            turn(1)
          }}
        >
          <ChevronRight aria-hidden="true" />
        </IconButton>
      </div>
      {answer === null ? <p className="fy-secondary">{t('unknown')}</p> : null}
      <div className="fy-calendar-days">
        {dates.slice(0, 7).map((date) => (
          <span key={date} className="fy-secondary" aria-hidden="true">
            {name({ weekday: 'narrow' }, date)}
          </span>
        ))}
        {dates.map((date, index) => {
          const has = (days[index] ?? null) !== null
          return (
            <button
              key={date}
              type="button"
              data-outside={!date.startsWith(month) || undefined}
              data-has={has || undefined}
              aria-current={date === today ? 'date' : undefined}
              aria-label={t(has ? 'dayWith' : 'dayWithout', { day: name({ dateStyle: 'full' }, date) })}
              disabled={!answer || date > today}
              onClick={() => {
                choose(index)
              }}
            >
              {Number(date.slice(8))}
            </button>
          )
        })}
      </div>
    </div>
  )
}
