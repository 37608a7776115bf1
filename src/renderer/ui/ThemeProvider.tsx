import './base.css'
import './parts.css'
import { useLayoutEffect, type ReactNode } from 'react'

import type { Language } from './time.ts'
import { cssVariables, dark, light } from './tokens.ts'
import { TooltipLayer } from './TooltipLayer.tsx'

/** Writes the colours where CSS reads them; also called before the first render, so that nothing flashes. */
export const paintTheme = (isDark: boolean): void => {
  const root = document.documentElement
  root.dataset['theme'] = isDark ? 'dark' : 'light'
  for (const [name, value] of Object.entries(cssVariables(isDark ? dark : light)))
    root.style.setProperty(name, value)
}

export interface ThemeProviderProps {
  readonly isDark: boolean
  readonly language: Language
  readonly children: ReactNode
}

export const ThemeProvider = ({ isDark, language, children }: ThemeProviderProps) => {
  useLayoutEffect(() => {
    paintTheme(isDark)
  }, [isDark])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <>
      {children}
      <TooltipLayer />
    </>
  )
}
