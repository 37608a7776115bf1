import { create } from 'zustand'

/** The page of the settings that is open; null: the settings are closed. */
export const useOpenSettings = create<{ readonly page: string | null }>()(() => ({ page: null }))

/** Opens the settings, on a page if one is named. */
export const openSettings = (page = 'looks'): void => {
  useOpenSettings.setState({ page })
}

export const closeSettings = (): void => {
  useOpenSettings.setState({ page: null })
}
