import { clockText, minuteOf } from '../../../../domain/hours/businessHours.ts'
import type { BusinessHours } from '../../../../protocol/model/index.ts'

/** From and to as they are typed. */
export interface SpanText {
  readonly from: string
  readonly to: string
}

/** Business hours while somebody is editing them. */
export interface HoursForm {
  /** The spans of each day, Monday first. */
  readonly week: readonly (readonly SpanText[])[]
  readonly holidays: BusinessHours['holidays']
  readonly workingDays: readonly (SpanText & { readonly date: string })[]
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export const USUAL_SPAN: SpanText = { from: '09:00', to: '18:00' }

/** What is offered to a company that has not always been there. */
export const OFFICE_HOURS: BusinessHours = {
  week: [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1080 })),
  holidays: [],
  workingDays: [],
}

export const formOf = ({ week, holidays, workingDays }: BusinessHours): HoursForm => ({
  week: WEEKDAYS.map((day) => week.filter((span) => span.day === day).map(textOf)),
  holidays,
  workingDays: workingDays.map((day) => ({ date: day.date, ...textOf(day) })),
})

/** What the form says; spans and days that are no such things yet are left out. */
export const hoursOf = ({ week, holidays, workingDays }: HoursForm): BusinessHours => ({
  week: week.flatMap((spans, index) =>
    spans.flatMap((span) => {
      const minutes = minutesOf(span)
      return minutes ? [{ day: index + 1, ...minutes }] : []
    }),
  ),
  holidays: holidays.filter(isHoliday).map(({ from, to, name }) => ({ from, to, name: name.trim() })),
  workingDays: workingDays.flatMap(({ date, ...span }) => {
    const minutes = minutesOf(span)
    return minutes && isDate(date) ? [{ date, ...minutes }] : []
  }),
})

/** Null: it is no span. One that ends before it begins goes on over midnight. */
export const minutesOf = (span: SpanText): { readonly from: number; readonly to: number } | null => {
  const from = minuteOf(span.from)
  const to = minuteOf(span.to)
  return from === null || to === null || from === 1440 || from === to ? null : { from, to }
}

export const isHoliday = ({ from, to, name }: HoursForm['holidays'][number]): boolean =>
  isDate(from) && isDate(to) && from <= to && name.trim().length <= 30

export const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(text)

export type HoursProblem = 'span' | 'holiday' | 'working-day'

/** What keeps the hours from being saved. */
export const problemOf = ({ week, holidays, workingDays }: HoursForm): HoursProblem | null => {
  if (week.flat().some((span) => minutesOf(span) === null)) return 'span'
  if (!holidays.every(isHoliday)) return 'holiday'
  return workingDays.every((day) => minutesOf(day) !== null && isDate(day.date)) ? null : 'working-day'
}

/** The worked parts of a day as shares of it, with what is left over from the night before. */
export const segmentsOf = (
  week: HoursForm['week'],
  index: number,
): readonly { readonly from: number; readonly to: number }[] => {
  const spansOf = (day: number) => (week[day] ?? []).flatMap((span) => minutesOf(span) ?? [])
  const own = spansOf(index).map(({ from, to }) => ({ from, to: to < from ? 1440 : to }))
  const night = spansOf((index + 6) % 7).flatMap(({ from, to }) => (to < from ? [{ from: 0, to }] : []))
  return [...night, ...own].map(({ from, to }) => ({ from: from / 1440, to: to / 1440 }))
}

const textOf = ({ from, to }: { readonly from: number; readonly to: number }): SpanText => ({
  from: clockText(from),
  to: clockText(to),
})
