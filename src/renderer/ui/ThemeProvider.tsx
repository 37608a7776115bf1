import './base.css'
import './avatar.css'
import './buttons.css'
import './parts.css'
import './tags.css'
import './floating.css'
import './fields.css'
import './skins.css'
import { useLayoutEffect, type ReactNode } from 'react'

import { themedPalette } from '../../domain/looks/companyTheme.ts'
import { contrastDark, contrastLight, dark, light, type Palette } from '../../domain/looks/palettes.ts'
import type { CompanyTheme } from '../../protocol/model/index.ts'
import { setCalm } from './calm.ts'
import { Sizes } from './sizes.ts'
import { barVariables, type BarPaint, type SkinName } from './skins.ts'
import type { Language } from './time.ts'
import { cssVariables } from './tokens.ts'
import { TooltipLayer } from './TooltipLayer.tsx'

/** How everything is drawn. */
export interface Paint {
  readonly isDark: boolean
  readonly isContrast: boolean
  readonly skin: SkinName
  /** What `company` means among the skins; null: there is none, and nothing is tinted. */
  readonly company: ThemeSides | null
  /** In hundredths (R-03-179). */
  readonly textSize: number
  readonly isCompact: boolean
  /** Nothing moves, whatever the system says. */
  readonly isCalm: boolean
  /** Messages in bubbles instead of lines (R-03-101). */
  readonly bubbles: boolean
}

/** The colours of a company. */
export type ThemeSides = Pick<CompanyTheme, 'light' | 'dark'>

const PIXELS_OF_REM = 16

export const paletteOf = (paint: Pick<Paint, 'isDark' | 'isContrast' | 'skin' | 'company'>): Palette => {
  const { isDark, isContrast } = paint
  if (isContrast) return isDark ? contrastDark : contrastLight
  const colors = companyColors(paint)
  if (colors) return themedPalette(isDark ? 'dark' : 'light', colors)
  return isDark ? dark : light
}

const companyColors = ({
  isDark,
  isContrast,
  skin,
  company,
}: Pick<Paint, 'isDark' | 'isContrast' | 'skin' | 'company'>) =>
  isContrast || skin !== 'company' ? null : (company?.[isDark ? 'dark' : 'light'] ?? null)

/** What the bars are drawn with; in high contrast nothing is tinted. */
const barPaintOf = (paint: Paint): BarPaint => {
  const { isContrast, skin } = paint
  if (isContrast) return 'plain'
  return skin === 'company' ? (companyColors(paint) ?? 'plain') : skin
}

/** Writes the look where CSS reads it; also called before the first render, so that nothing flashes. */
export const paintTheme = (paint: Paint): void => {
  const root = document.documentElement
  const bar = barPaintOf(paint)
  root.dataset['theme'] = paint.isDark ? 'dark' : 'light'
  root.dataset['density'] = paint.isCompact ? 'compact' : 'comfortable'
  setCalm(paint.isCalm)
  root.dataset['messages'] = paint.bubbles ? 'bubbles' : 'lines'
  root.dataset['skin'] = bar === 'plain' ? 'plain' : 'tinted'
  root.style.fontSize = `${(PIXELS_OF_REM * paint.textSize) / 100}px`
  const palette = paletteOf(paint)
  for (const [name, value] of Object.entries({ ...cssVariables(palette), ...barVariables(bar, palette) }))
    root.style.setProperty(name, value)
}

export interface ThemeProviderProps {
  readonly paint: Paint
  readonly language: Language
  readonly children: ReactNode
}

export const ThemeProvider = ({ paint, language, children }: ThemeProviderProps) => {
  const { isDark, isContrast, skin, company, textSize, isCompact, isCalm, bubbles } = paint
  useLayoutEffect(() => {
    paintTheme({ isDark, isContrast, skin, company, textSize, isCompact, isCalm, bubbles })
  }, [isDark, isContrast, skin, company, textSize, isCompact, isCalm, bubbles])
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
