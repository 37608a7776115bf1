import { useSyncExternalStore } from 'react'

import { forcedLook, isLanguage, isThemeChoice, type Look } from './look.ts'
import { firstLook, keepLook, listenToLook } from './lookMemory.ts'
import { useSetting } from './useSetting.ts'

export interface CurrentLook extends Look {
  readonly isDark: boolean
  readonly choose: (look: Partial<Look>) => void
}

/** The look that counts now: forced by the address, else chosen, else what the window began with. */
export const useLook = (): CurrentLook => {
  const [theme, saveTheme] = useSetting('theme')
  const [language, saveLanguage] = useSetting('language')
  const systemDark = useSyncExternalStore(subscribeSystem, isSystemDark)
  const first = useSyncExternalStore(listenToLook, firstLook)
  // The address changes with a choice, so it is read as what changes; read in passing it would be remembered.
  const search = useSyncExternalStore(listenToLook, addressSearch)
  const look: Look = {
    theme: isThemeChoice(theme) ? theme : first.theme,
    language: isLanguage(language) ? language : first.language,
    ...forcedLook(search),
  }
  return {
    ...look,
    isDark: look.theme === 'dark' || (look.theme === 'system' && systemDark),
    choose: (next) => {
      forget(next)
      keepLook(next)
      if (next.theme) saveTheme(next.theme)
      if (next.language) saveLanguage(next.language)
    },
  }
}

export const isSystemDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches

const subscribeSystem = (listener: () => void): (() => void) => {
  const query = window.matchMedia('(prefers-color-scheme: dark)')
  query.addEventListener('change', listener)
  return () => {
    query.removeEventListener('change', listener)
  }
}

const addressSearch = (): string => window.location.search

/** Who chooses in the menu means it: the address stops forcing. */
const forget = (next: Partial<Look>): void => {
  const url = new URL(window.location.href)
  if (next.theme) url.searchParams.delete('theme')
  if (next.language) url.searchParams.delete('lang')
  if (url.href !== window.location.href) window.history.replaceState(null, '', url)
}
