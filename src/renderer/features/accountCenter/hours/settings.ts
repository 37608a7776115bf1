import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import type { OffHoursPlan, Organization } from '../../../../protocol/model/index.ts'
import { areComplete } from '../measures/edits.ts'
import { formOf as hoursFormOf, hoursOf, OFFICE_HOURS, problemOf, type HoursForm } from './form.ts'

/** The page "Business hours" while somebody is editing it. */
export interface HoursSettings {
  /** Round the clock, every day; the hours below are kept for when that changes. */
  readonly always: boolean
  readonly hours: HoursForm
  readonly offHours: Readonly<OffHoursPlan>
  readonly ownerIgnoresHours: boolean
  /** As it was typed. */
  readonly answerHours: string
}

export const ANSWER_HOURS = { least: 1, most: 336 } as const

export const settingsOf = ({ reception }: Pick<Organization, 'reception'>): HoursSettings => ({
  always: reception.hours === null,
  hours: hoursFormOf(reception.hours ?? OFFICE_HOURS),
  offHours: reception.offHours,
  ownerIgnoresHours: reception.ownerIgnoresHours,
  answerHours: String(reception.messageAnswerHours),
})

export const isAnswerHours = (text: string): boolean =>
  /^\d+$/u.test(text.trim()) && Number(text) >= ANSWER_HOURS.least && Number(text) <= ANSWER_HOURS.most

export const isReady = ({ always, hours, offHours, answerHours }: HoursSettings): boolean =>
  (always || problemOf(hours) === null) && areComplete(offHours) && isAnswerHours(answerHours)

/** Everything else stays as `base` has it. */
export const argsOf = (
  { always, hours, offHours, ownerIgnoresHours, answerHours }: HoursSettings,
  { policy, capacity, waitingLimitMs, reception, version }: Organization,
): CommandArgs<'reception.configure'> => ({
  policy,
  capacity,
  waitingLimitMs,
  version,
  reception: {
    ...reception,
    hours: always ? null : hoursOf(hours),
    offHours: [...offHours],
    ownerIgnoresHours,
    messageAnswerHours: Number(answerHours),
  },
})
