import './base.css'
import './avatar.css'
import './buttons.css'
import './parts.css'
import './tags.css'
import './floating.css'
import './fields.css'
import './skins.css'
import { useLayoutEffect, type ReactNode } from 'react'

import { Sizes } from './sizes.ts'
import { barVariables, type SkinName } from './skins.ts'
import type { Language } from './time.ts'
import { contrastDark, contrastLight, cssVariables, dark, light, type Palette } from './tokens.ts'
import { TooltipLayer } from './TooltipLayer.tsx'

/** How everything is drawn. */
export interface Paint {
  readonly isDark: boolean
  readonly isContrast: boolean
  readonly skin: SkinName
  /** In hundredths (R-03-179). */
  readonly textSize: number
  readonly isCompact: boolean
  /** Nothing moves, whatever the system says. */
  readonly isCalm: boolean
  /** Messages in bubbles instead of lines (R-03-101). */
  readonly bubbles: boolean
}

const PIXELS_OF_REM = 16

export const paletteOf = ({ isDark, isContrast }: Pick<Paint, 'isDark' | 'isContrast'>): Palette => {
  if (isContrast) return isDark ? contrastDark : contrastLight
  return isDark ? dark : light
}

/** Writes the look where CSS reads it; also called before the first render, so that nothing flashes. */
export const paintTheme = (paint: Paint): void => {
  const root = document.documentElement
  const skin = paint.isContrast ? 'plain' : paint.skin
  root.dataset['theme'] = paint.isDark ? 'dark' : 'light'
  root.dataset['density'] = paint.isCompact ? 'compact' : 'comfortable'
  root.dataset['motion'] = paint.isCalm ? 'reduced' : 'system'
  root.dataset['messages'] = paint.bubbles ? 'bubbles' : 'lines'
  root.dataset['skin'] = skin === 'plain' ? 'plain' : 'tinted'
  root.style.fontSize = `${(PIXELS_OF_REM * paint.textSize) / 100}px`
  const palette = paletteOf(paint)
  for (const [name, value] of Object.entries({ ...cssVariables(palette), ...barVariables(skin, palette) }))
    root.style.setProperty(name, value)
}

export interface ThemeProviderProps {
  readonly paint: Paint
  readonly language: Language
  readonly children: ReactNode
}

export const ThemeProvider = ({ paint, language, children }: ThemeProviderProps) => {
  const { isDark, isContrast, skin, textSize, isCompact, isCalm, bubbles } = paint
  useLayoutEffect(() => {
    paintTheme({ isDark, isContrast, skin, textSize, isCompact, isCalm, bubbles })
  }, [isDark, isContrast, skin, textSize, isCompact, isCalm, bubbles])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <Sizes value={{ scale: textSize / 100, isCompact }}>
      {children}
      <TooltipLayer />
    </Sizes>
  )
}
