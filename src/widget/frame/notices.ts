import type { Preferences } from './preferences.ts'

/** Notifications of new answers for whoever looks at something else, if they have agreed (R-18-038). */
export interface Notices {
  /** Nobody has asked yet, and this browser has them. */
  isToAsk(): boolean
  /** After a click; false: the browser refuses. */
  allow(): Promise<boolean>
  decline(): void
  arrived(): void
}

export interface NoticesPorts {
  readonly preferences: Preferences
  readonly ask: () => Promise<boolean>
  readonly show: () => void
}

export const createNotices = ({ preferences, ask, show }: NoticesPorts): Notices => ({
  isToAsk: () => preferences.notices() === null && 'Notification' in window,
  allow: async () => {
    const allowed = await ask()
    preferences.setNotices(allowed)
    return allowed
  },
  decline: () => {
    preferences.setNotices(false)
  },
  arrived: () => {
    if (preferences.notices() === true && document.visibilityState === 'hidden') show()
  },
})
