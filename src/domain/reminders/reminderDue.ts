import { assertNever } from '../../base/assertNever.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { ReminderTime } from '../../protocol/model/index.ts'
import { REMINDER_LIMIT_MS } from '../../protocol/model/limits.ts'
import { addDays, momentsOf, wallTimeAt } from '../hours/zoneTime.ts'

/** When the working day begins for whoever put something off until tomorrow (R-03-038). */
const MORNING_MINUTE = 9 * 60

/** The moment a conversation comes back, by the server's clock and the company's time zone. */
export const reminderDue = (
  when: ReminderTime,
  now: number,
  timeZone: string,
): Result<number, 'time-past' | 'time-too-far'> => {
  const at = momentOf(when, now, timeZone)
  if (at <= now) return refuse('time-past')
  return at - now > REMINDER_LIMIT_MS ? refuse('time-too-far') : ok(at)
}

const momentOf = (when: ReminderTime, now: number, timeZone: string): number => {
  switch (when.kind) {
    case 'in':
      return now + when.minutes * 60_000
    case 'tomorrow': {
      const date = addDays(wallTimeAt(now, timeZone).date, 1)
      return momentsOf({ date, minute: MORNING_MINUTE }, timeZone)[0] ?? now
    }
    case 'at':
      return when.at
    default:
      return assertNever(when)
  }
}
