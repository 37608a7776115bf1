/**
 * What a left message must be like: the same rules in the form, which says what is wrong, and in the command, which refuses
 * it. Apart from the schemas, so that the customer's page need not load those.
 */

/** What the form asks for; of phone and e-mail one is needed. */
export interface MessageForm {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly text: string
}

export const MESSAGE_LIMITS = { name: 64, phone: 32, email: 128, text: 2000 } as const satisfies Record<
  keyof MessageForm,
  number
>

export type MessageProblem = 'missing' | 'long' | 'wrong'

/** What is wrong with which field; nothing where it can be sent (R-18-022). */
export const messageProblems = (form: MessageForm): Partial<Record<keyof MessageForm, MessageProblem>> => {
  const found: Partial<Record<keyof MessageForm, MessageProblem>> = {}
  const phone = form.phone.trim()
  const email = form.email.trim()
  if (form.text.trim() === '') found.text = 'missing'
  if (phone === '' && email === '') found.email = 'missing'
  if (phone !== '' && !isPhone(phone)) found.phone = 'wrong'
  if (email !== '' && !isEmail(email)) found.email = 'wrong'
  for (const field of ['name', 'phone', 'email', 'text'] as const) {
    if (form[field].trim().length > MESSAGE_LIMITS[field]) found[field] = 'long'
  }
  return found
}

/** Looks like an address mail can be sent to. */
export const isEmail = (text: string): boolean => EMAIL.test(text)

const EMAIL = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/u

/** Enough digits to call somebody, and nothing else than people write between digits. */
export const isPhone = (text: string): boolean =>
  /^[+\d][\d ()-]*$/u.test(text) && text.replaceAll(/\D/gu, '').length >= 5
