/**
 * What an answer to the questions before a chat must be like: the same rules in the form and in the command. Apart from the
 * schemas, so that the customer's page need not load those.
 */
import { isEmptyText } from './companyTexts.ts'
import { isEmail, isPhone } from './leaveMessageRules.ts'
import type { VisitorForm } from './model/visitorForm.ts'

/** What a question asks for; the first three are checked and filled in by the browser as that. */
export const VISITOR_FIELD_KINDS = ['name', 'email', 'phone', 'line', 'text'] as const

/** Answers by the id of their field. */
export type VisitorAnswers = Readonly<Record<string, string>>

export const VISITOR_FORM_LIMITS = {
  fields: 8,
  label: 20,
  intro: 100,
  consent: 200,
  /** Characters of an answer, by what was asked for. */
  answer: { name: 64, email: 128, phone: 32, line: 128, text: 500 },
} as const

export type AnswerProblem = 'missing' | 'long' | 'wrong'

/** What is wrong with which answer, by the id of its field; nothing where it can be sent. */
export const answerProblems = (
  form: Pick<VisitorForm, 'fields'>,
  answers: VisitorAnswers,
): Record<string, AnswerProblem> => {
  const found: Record<string, AnswerProblem> = {}
  for (const { id, kind, required } of form.fields) {
    const value = (answers[id] ?? '').trim()
    if (value === '' && required) found[id] = 'missing'
    if (value.length > VISITOR_FORM_LIMITS.answer[kind]) found[id] = 'long'
    else if (value !== '' && kind === 'email' && !isEmail(value)) found[id] = 'wrong'
    else if (value !== '' && kind === 'phone' && !isPhone(value)) found[id] = 'wrong'
  }
  return found
}

/** Whether the chat can begin without an answer. */
export const maySkip = (form: VisitorForm): boolean =>
  isEmptyText(form.consent) && form.fields.every(({ required }) => !required)
