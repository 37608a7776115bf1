import type { TFunction } from 'i18next'

import {
  birthdayProblem,
  CUSTOM_TEXT_LIMIT,
  customValueProblem,
  isEmail,
  isPhone,
  type FieldProblem,
} from '../../../protocol/customerFieldRules.ts'
import type { CustomField, FieldKey } from '../../../protocol/model/index.ts'

/** What is wrong with a text while it is typed; the same as the server demands (R-03-125). */
export const problemIn = (
  key: FieldKey,
  text: string,
  now: number,
  made?: CustomField,
): FieldProblem | null => {
  if (made) return customValueProblem(made, text)
  if (key === 'phone' || key === 'phones') return isPhone(text) ? null : 'phone'
  if (key === 'email' || key === 'emails') return isEmail(text) ? null : 'email'
  return key === 'birthday' ? birthdayProblem(text, now) : null
}

/** The same as a sentence. */
export const problemText = (problem: FieldProblem | null, t: TFunction<'customer'>): string | null =>
  problem === null ? null : t(`wrong.${problem}`, { limit: CUSTOM_TEXT_LIMIT })
