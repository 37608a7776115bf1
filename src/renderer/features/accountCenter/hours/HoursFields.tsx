import { Plus, X } from 'lucide-react'

import { useTranslation } from '../../../translation/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { isDate, isHoliday, USUAL_SPAN, WEEKDAYS, type HoursForm } from './form.ts'
import { SpanInputs } from './SpanInputs.tsx'
import { WeekDay } from './WeekDay.tsx'

import './hours.css'

export interface HoursFieldsProps {
  readonly form: HoursForm
  readonly onChange: (form: HoursForm) => void
}

/** The week, the holidays and the extra working days of a company or of one group. */
export const HoursFields = ({ form, onChange }: HoursFieldsProps) => {
  const { t } = useTranslation('accountCenter')
  const { week, holidays, workingDays } = form
  return (
    <div className="fy-hours">
      <fieldset>
        <legend>{t('hours.week')}</legend>
        {WEEKDAYS.map((day) => (
          <WeekDay
            key={day}
            day={day}
            week={week}
            onChange={(spans) => {
              onChange({ ...form, week: week.map((old, index) => (index === day - 1 ? spans : old)) })
            }}
          />
        ))}
        <p className="fy-secondary">{t('hours.weekHint')}</p>
      </fieldset>
      <fieldset>
        <legend>{t('hours.holidays')}</legend>
        {holidays.map((holiday, index) => {
          const change = (more: Partial<typeof holiday>): void => {
            onChange({ ...form, holidays: replaced(holidays, index, { ...holiday, ...more }) })
          }
          return (
            <div key={index} className="fy-hours-line">
              <DateInput
                label={t('hours.holidayFrom', { number: index + 1 })}
                value={holiday.from}
                wrong={!isHoliday(holiday)}
                onChange={(from) => {
                  // Most holidays are one day.
                  change(holiday.to === '' || holiday.to === holiday.from ? { from, to: from } : { from })
                }}
              />
              <span aria-hidden="true">{'–'}</span>
              <DateInput
                label={t('hours.holidayTo', { number: index + 1 })}
                value={holiday.to}
                wrong={!isHoliday(holiday)}
                onChange={(to) => {
                  change({ to })
                }}
              />
              <input
                className="fy-grow"
                maxLength={30}
                value={holiday.name}
                aria-label={t('hours.holidayName', { number: index + 1 })}
                placeholder={t('hours.name')}
                onChange={(event) => {
                  change({ name: event.target.value })
                }}
              />
              <IconButton
                label={t('hours.removeHoliday', { number: index + 1 })}
                onClick={() => {
                  onChange({ ...form, holidays: without(holidays, index) })
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            </div>
          )
        })}
        <Button
          onClick={() => {
            onChange({ ...form, holidays: [...holidays, { from: '', to: '', name: '' }] })
          }}
        >
          <Plus aria-hidden="true" />
          {t('hours.addHoliday')}
        </Button>
      </fieldset>
      <fieldset>
        <legend>{t('hours.workingDays')}</legend>
        {workingDays.map((day, index) => {
          const change = (more: Partial<typeof day>): void => {
            onChange({ ...form, workingDays: replaced(workingDays, index, { ...day, ...more }) })
          }
          return (
            <div key={index} className="fy-hours-line">
              <DateInput
                label={t('hours.workingDate', { number: index + 1 })}
                value={day.date}
                wrong={!isDate(day.date)}
                onChange={(date) => {
                  change({ date })
                }}
              />
              <SpanInputs
                name={t('hours.workingDay', { number: index + 1 })}
                span={day}
                onChange={(span) => {
                  change(span)
                }}
              />
              <IconButton
                label={t('hours.removeWorkingDay', { number: index + 1 })}
                onClick={() => {
                  onChange({ ...form, workingDays: without(workingDays, index) })
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            </div>
          )
        })}
        <Button
          onClick={() => {
            onChange({ ...form, workingDays: [...workingDays, { date: '', ...USUAL_SPAN }] })
          }}
        >
          <Plus aria-hidden="true" />
          {t('hours.addWorkingDay')}
        </Button>
      </fieldset>
    </div>
  )
}

interface DateInputProps {
  readonly label: string
  readonly value: string
  readonly wrong: boolean
  readonly onChange: (value: string) => void
}

const DateInput = ({ label, value, wrong, onChange }: DateInputProps) => (
  <input
    type="date"
    className="fy-hours-date"
    value={value}
    aria-label={label}
    aria-invalid={wrong}
    onChange={(event) => {
      onChange(event.target.value)
    }}
  />
)

const replaced = <T,>(list: readonly T[], index: number, item: T): T[] =>
  list.map((old, at) => (at === index ? item : old))

const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_old, at) => at !== index)
