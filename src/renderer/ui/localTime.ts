import { momentsOf, wallTimeAt } from '../../domain/hours/zoneTime.ts'
import { timeZoneShown } from './time.ts'

/** A moment as a field for date and time holds it: the wall clock of the organisation, whatever this computer's zone. */
export const localText = (at: number, zone = timeZoneShown()): string => {
  const { date, minute } = wallTimeAt(at, zone)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** Null: the field is not filled in. */
export const instantOf = (text: string, zone = timeZoneShown()): number | null => {
  const [, date, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/u.exec(text) ?? []
  if (!date) return null
  return momentsOf({ date, minute: Number(hour) * 60 + Number(minute) }, zone)[0] ?? null
}
