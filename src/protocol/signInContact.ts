/**
 * The address by which a customer signs in: the same rule in the form, which says what is wrong, and on the server, which
 * finds one account under however it was typed. Apart from the schemas, so that the customer's page need not load those.
 */
import { isEmail, isPhone, MESSAGE_LIMITS } from './leaveMessageRules.ts'

export interface SignInContact {
  readonly kind: SignInWay
  /** In the one form in which it is compared and written to. */
  readonly address: string
}

/** How a code can reach somebody. */
export const SIGN_IN_WAYS = ['email', 'phone'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** Null: neither an e-mail address nor a phone number. */
export const signInContactOf = (typed: string): SignInContact | null => {
  const text = typed.trim().normalize('NFKC')
  if (text.includes('@')) {
    const isGood = isEmail(text) && text.length <= MESSAGE_LIMITS.email && !/\p{C}/u.test(text)
    return isGood ? { kind: 'email', address: text.toLowerCase() } : null
  }
  if (!isPhone(text) || text.length > MESSAGE_LIMITS.phone) return null
  const digits = text.replaceAll(/[ ()-]/gu, '').replace(/^00/u, '+')
  // A mobile number of China is written without the country in China; abroad nobody's begins so and is as long.
  const address = /^1[3-9]\d{9}$/u.test(digits) ? `+86${digits}` : digits
  return /^\+?\d{5,15}$/u.test(address) ? { kind: 'phone', address } : null
}

/** A code as somebody types or pastes it, without what stands between its digits; null: it cannot be one. */
export const signInCodeOf = (typed: string): string | null => {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/gu, '')
  return /^\d{6}$/u.test(digits) ? digits : null
}

/** How long a code can be used. */
export const CODE_LIFETIME_MS = 10 * 60_000
/** After so long another one can be asked for. */
export const CODE_AGAIN_MS = 60_000
