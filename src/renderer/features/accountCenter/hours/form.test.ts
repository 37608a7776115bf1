import { describe, expect, it } from 'vitest'

import { formOf, hoursOf, OFFICE_HOURS, problemOf, segmentsOf, type HoursForm } from './form.ts'

const FORM: HoursForm = {
  ...formOf(OFFICE_HOURS),
  holidays: [{ from: '2026-10-01', to: '2026-10-07', name: '国庆节' }],
  workingDays: [{ date: '2026-10-10', from: '10:00', to: '16:00' }],
}

describe('R-02-180 business hours in the form', () => {
  it('come out as they went in', () => {
    expect(formOf(hoursOf(FORM))).toEqual(FORM)
    expect(problemOf(FORM)).toBeNull()
  })

  const monday = (from: string, to: string): HoursForm => ({
    ...FORM,
    week: [[{ from, to }], [], [], [], [], [], []],
  })
  it.each<[string, HoursForm, ReturnType<typeof problemOf>]>([
    ['over midnight', monday('22:00', '06:00'), null],
    ['the whole day', monday('0:00', '24:00'), null],
    ['nothing', monday('09:00', '09:00'), 'span'],
    ['no time', monday('nine', '18:00'), 'span'],
    [
      'a holiday that ends before it begins',
      { ...FORM, holidays: [{ from: '2026-10-07', to: '2026-10-01', name: '' }] },
      'holiday',
    ],
    [
      'a working day without a date',
      { ...FORM, workingDays: [{ date: '', from: '09:00', to: '18:00' }] },
      'working-day',
    ],
  ])('%s', (_name, form, problem) => {
    expect(problemOf(form)).toBe(problem)
  })

  it('a night reaches into the next day', () => {
    const { week } = monday('18:00', '06:00')
    expect(segmentsOf(week, 0)).toEqual([{ from: 0.75, to: 1 }])
    expect(segmentsOf(week, 1)).toEqual([{ from: 0, to: 0.25 }])
    expect(segmentsOf(week, 2)).toEqual([])
  })
})
