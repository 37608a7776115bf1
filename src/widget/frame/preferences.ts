import type { Storage } from '../shared/storage.ts'
import type { Language } from '../words/index.ts'

/** What the visitor has chosen in this window, kept in this browser. */
export interface Preferences {
  /** Null: no choice, so the company's, the page's or the browser's language. */
  language(): Language | null
  setLanguage(language: Language): void
  sound(): boolean
  setSound(on: boolean): void
  /** Whether new answers are notified; null: nobody has asked yet. */
  notices(): boolean | null
  setNotices(on: boolean): void
  largeText(): boolean
  setLargeText(on: boolean): void
}

export const createPreferences = (storage: Storage): Preferences => ({
  language: () => {
    const language = storage.get('language')
    return language === 'zh-CN' || language === 'en' ? language : null
  },
  setLanguage: (language) => {
    storage.set('language', language)
  },
  sound: () => storage.get('sound') !== 'off',
  setSound: (on) => {
    storage.set('sound', on ? 'on' : 'off')
  },
  notices: () => {
    const notices = storage.get('notices')
    return notices === null ? null : notices === 'on'
  },
  setNotices: (on) => {
    storage.set('notices', on ? 'on' : 'off')
  },
  largeText: () => storage.get('large-text') === 'on',
  setLargeText: (on) => {
    storage.set('large-text', on ? 'on' : 'off')
  },
})
