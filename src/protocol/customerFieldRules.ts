/**
 * What a field of a customer takes; apart from the schemas, so that a form says at once what the server would say later
 * (R-03-125).
 */
import type { CustomField } from './model/customerSettings.ts'

/** Why a value is not taken; null: it is. */
export type FieldProblem = 'phone' | 'email' | 'date' | 'future' | 'number' | 'too-long' | 'option'

/** From 5 to 20 digits with plus and separators. Empty is no number at all, which is fine. */
export const isPhone = (text: string): boolean => {
  if (text === '') return true
  const digits = text.replaceAll(/\D/gu, '').length
  return digits >= 5 && digits <= 20 && text.length <= 32 && /^[+\d][\d ()-]*$/u.test(text)
}

/** The form of an address; whether somebody reads it is another matter. */
export const isEmail = (text: string): boolean =>
  text === '' || (text.length <= 128 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/iu.test(text))

/** A day there is, from 1900 to 2199, written as 1999-12-31. */
export const isDay = (text: string): boolean => {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/u.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** A birthday is a day that has begun somewhere on earth. */
export const birthdayProblem = (text: string, now: number): FieldProblem | null => {
  if (text === '') return null
  if (!isDay(text)) return 'date'
  return Date.parse(`${text}T00:00:00Z`) - EARLIEST_ZONE_MS > now ? 'future' : null
}

/** What is wrong with a value of a field that the company made; empty takes the value away. */
export const customValueProblem = (
  { kind, options }: Pick<CustomField, 'kind' | 'options'>,
  text: string,
): FieldProblem | null => {
  if (text === '') return null
  switch (kind) {
    case 'text':
      return text.length > CUSTOM_TEXT_LIMIT ? 'too-long' : null
    case 'number':
      return /^-?\d{1,15}(?:\.\d{1,6})?$/u.test(text) ? null : 'number'
    case 'date':
      return isDay(text) ? null : 'date'
    case 'choice':
      return options.includes(text) ? null : 'option'
  }
}

/** Longest value of a text field of the company's own. */
export const CUSTOM_TEXT_LIMIT = 200
const EARLIEST_ZONE_MS = 14 * 3_600_000
