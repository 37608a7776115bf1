import type { ToFrame } from '../shared/bridge.ts'

/** What a page may say to the widgets on it; nothing more (R-16-140). */
export type Instruction =
  | 'open'
  | 'close'
  | 'shutdown'
  | 'consent'
  | 'attach'
  | 'identify'
  | 'language'
  | 'on'

/** Told to the functions of the page: never what was written (R-16-143). */
export interface PageNews {
  readonly widget: string
  /** With `messages`: how many are unread. */
  readonly count?: number
}

/** What was told, by name. */
export interface Listeners {
  on(name: unknown, listener: unknown): void
  tell(name: string, news: PageNews): void
}

export const createListeners = (): Listeners => {
  const known = new Map<unknown, Set<(news: PageNews) => void>>()
  return {
    on: (name, listener) => {
      if (typeof listener !== 'function') return
      const before = known.get(name) ?? new Set()
      known.set(name, before.add(listener as (news: PageNews) => void))
    },
    tell: (name, news) => {
      for (const listener of known.get(name) ?? []) {
        // An error in it is the page's own, and stops nothing here.
        setTimeout(() => {
          listener(news)
        })
      }
    },
  }
}

/** The message for the frame, whatever the page has given. */
export const identityOf = (given: unknown): ToFrame => {
  const { token, name, email, phone } = (given ?? {}) as Record<string, unknown>
  return {
    kind: 'identify',
    token: cut(token, 4096),
    name: cut(name, 64),
    email: cut(email, 128),
    phone: cut(phone, 32),
  }
}

export const cut = (value: unknown, limit: number): string =>
  typeof value === 'string' ? value.slice(0, limit) : ''
