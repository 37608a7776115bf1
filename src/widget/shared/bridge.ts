/**
 * What the page and the frame say to each other.
 *
 * The page that carries the widget belongs to somebody else. It learns that the chat is open, how large it wants to be,
 * how many answers are unread, that the customer wants to be told of one, and that a session begins, ends or is rated,
 * and nothing besides (R-18-078). Both sides check the
 * exact origin, the sender and the form of what they hear; anything else is dropped without a trace (reliability T8).
 */

/** Untrusted words about the page (R-18-058); the address comes without its query. */
export interface PageInfo {
  readonly url: string
  readonly title: string
  readonly referrer: string
  readonly language: string
}

export type ToFrame =
  | {
      readonly kind: 'open' | 'close'
      readonly page: PageInfo
      readonly color: string
      /** Key of the visit that the page has told the server of; empty: of none. */
      readonly visit: string
      /** Whom the page remembers (`visitorMemory`); empty: nobody. */
      readonly visitor: string
    }
  /** Who the visitor is: `token` is signed by the company's server, the rest is only said (R-18-053, R-18-054). */
  | {
      readonly kind: 'identify'
      readonly token: string
      readonly name: string
      readonly email: string
      readonly phone: string
    }
  /** The language the page has chosen for the chat. */
  | { readonly kind: 'language'; readonly language: string }
  /** What became of asking for notifications. */
  | { readonly kind: 'notices'; readonly allowed: boolean }
  /** The visitor has signed out of the page: forget who it was. */
  | { readonly kind: 'erase' }

export type ToPage =
  /** The first one also says that the frame is there. */
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'close' }
  | { readonly kind: 'unread'; readonly count: number; readonly talked: boolean }
  | { readonly kind: 'event'; readonly name: PageEvent }
  /** The customer has just agreed to notifications; only the page may ask the browser. */
  | { readonly kind: 'ask-notices' }
  /** An answer is there, and the customer wants to be told. */
  | { readonly kind: 'notice' }
  /** The signature of the page's server is wrong or old: for whoever looks after the page. */
  | { readonly kind: 'refused' }

/** What the frame tells of a talk (R-16-143). */
export type PageEvent = 'session-started' | 'session-ended' | 'rating'

const MARK = 'foyer/1'

export const sealed = <M extends ToFrame | ToPage>(message: M): M & { readonly foyer: string } => ({
  ...message,
  foyer: MARK,
})

/** Null for everything that is not exactly one of the messages above. */
export const readToFrame = (data: unknown): ToFrame | null => {
  const message = fields(data)
  if (!message) return null
  if (message.kind === 'erase') return { kind: 'erase' }
  if (message.kind === 'notices') return { kind: 'notices', allowed: message.allowed === true }
  if (message.kind === 'identify') {
    const { token, name, email, phone } = message
    if (!isText(token, 4096) || !isText(name, 64) || !isText(email, 128) || !isText(phone, 32)) return null
    return { kind: 'identify', token, name, email, phone }
  }
  if (message.kind === 'language') {
    return isText(message.language, 35) ? { kind: 'language', language: message.language } : null
  }
  if (message.kind !== 'open' && message.kind !== 'close') return null
  const page = message.page
  if (typeof page !== 'object' || page === null || !isColorOrEmpty(message.color)) return null
  const { visit, visitor } = message
  if (!isText(visit, 64) || !/^(?:[\w-]{20,64})?$/u.test(visit)) return null
  if (!isText(visitor, 32) || !/^(?:[\da-f]{32})?$/u.test(visitor)) return null
  const { url, title, referrer, language } = page as Record<string, unknown>
  if (!isText(url, 2048) || !isText(title, 256) || !isText(referrer, 2048) || !isText(language, 35))
    return null
  return {
    kind: message.kind,
    color: message.color,
    visit,
    visitor,
    page: { url, title, referrer, language },
  }
}

export const readToPage = (data: unknown): ToPage | null => {
  const message = fields(data)
  if (!message) return null
  const { kind, width, height, count, talked } = message
  if (kind === 'close' || kind === 'refused' || kind === 'ask-notices' || kind === 'notice') return { kind }
  if (kind === 'event') {
    const { name } = message
    return isPageEvent(name) ? { kind, name } : null
  }
  if (kind === 'size' && isCount(width) && isCount(height)) return { kind, width, height }
  if (kind === 'unread' && isCount(count) && typeof talked === 'boolean') return { kind, count, talked }
  return null
}

/** Without a list to look through: the page may have its own idea of what lists can do. */
const isPageEvent = (name: unknown): name is PageEvent =>
  name === 'session-started' || name === 'session-ended' || name === 'rating'

const fields = (data: unknown): Record<string, unknown> | null =>
  typeof data === 'object' && data !== null && (data as Record<string, unknown>).foyer === MARK
    ? (data as Record<string, unknown>)
    : null

const isText = (value: unknown, limit: number): value is string =>
  typeof value === 'string' && value.length <= limit

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < 10_000 && value % 1 === 0

const isColorOrEmpty = (value: unknown): value is string =>
  typeof value === 'string' && (value === '' || isColor(value))

export const isColor = (value: string): boolean => /^#[\da-f]{6}$/iu.test(value)
