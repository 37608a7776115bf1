import { useEffect, useSyncExternalStore } from 'react'

import type { Language, Paint } from '../../ui/index.ts'
import { forcedLook, LOOK_NAMES, paintOf, spokenLanguage, type Look } from './look.ts'
import { chosenLook, firstLook, keepLook, listenToLook } from './lookMemory.ts'
import { firstTheme, keepTheme } from './themeMemory.ts'
import { useSaveSettings, useSettingStates } from './useAgentSetting.ts'
import { useCompanyTheme } from './useCompanyTheme.ts'

export interface CurrentLook {
  readonly look: Look
  readonly paint: Paint
  readonly language: Language
  readonly choose: (look: Partial<Pick<Look, 'theme' | 'language'>>) => void
}

/** The look that counts now: forced by the address, else the agent's, else what the window began with. */
export const useLook = (): CurrentLook => {
  const states = useSettingStates()
  const save = useSaveSettings()
  const systemDark = useSyncExternalStore(subscribeSystem, isSystemDark)
  const first = useSyncExternalStore(listenToLook, firstLook)
  // The address changes with a choice, so it is read as what changes; read in passing it would be remembered.
  const search = useSyncExternalStore(listenToLook, addressSearch)
  const own = states
    ? (Object.fromEntries(LOOK_NAMES.map((name) => [name, states[name].value])) as unknown as Look)
    : first
  const theme = useCompanyTheme()
  const look = { ...own, ...forcedLook(search) }
  return {
    look,
    // At the door, and until it is known, as it was last.
    paint: paintOf(look, systemDark, states && theme !== undefined ? theme : firstTheme()),
    language: spokenLanguage(look),
    choose: (next) => {
      forget(next)
      keepLook(next, !states)
      if (states) save(next)
    },
  }
}

/** Once for the window: what it looks like is remembered for its next start, and what was chosen at the door comes in. */
export const useKeptLook = (): void => {
  const states = useSettingStates()
  const save = useSaveSettings()
  const theme = useCompanyTheme()
  useEffect(() => {
    if (states && theme !== undefined) keepTheme(theme)
  }, [states, theme])
  useEffect(() => {
    if (!states) return
    const chosen = chosenLook()
    if (Object.keys(chosen).length > 0) save(chosen)
    keepLook({
      ...(Object.fromEntries(LOOK_NAMES.map((name) => [name, states[name].value])) as unknown as Look),
      ...chosen,
    })
  }, [states, save])
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
