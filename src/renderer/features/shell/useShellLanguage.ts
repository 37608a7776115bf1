import { useEffect } from 'react'

import type { Language } from '../../ui/index.ts'

/** The menu of the icon and the notes of the system speak as the window does. */
export const useShellLanguage = (language: Language): void => {
  useEffect(() => {
    window.foyer?.tell({ kind: 'window.language', language })
  }, [language])
}
