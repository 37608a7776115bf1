import { barOf } from '../../domain/looks/companyTheme.ts'
import type { Palette } from '../../domain/looks/palettes.ts'
import type { AgentSettingValue, ThemeColors } from '../../protocol/model/index.ts'

export type SkinName = AgentSettingValue<'skin'>

/** Tints the top bar and the category bar, and nothing one reads for long (R-03-176): one colour, or two that flow into each other. */
type Tint = readonly [from: string, to?: string]

/** What stands on a tint is white, held to 4.5 : 1 by `tokens.test.ts`. */
export const SKINS: Readonly<Record<Exclude<SkinName, 'plain' | 'company'>, Tint>> = {
  graphite: ['#2B303B'],
  ocean: ['#1B4F8A'],
  teal: ['#0F5A5E'],
  forest: ['#1F5C3A'],
  plum: ['#5B2A6E'],
  brick: ['#8A2F24'],
  dawn: ['#7A2E4D', '#9A4A1F'],
  tide: ['#134E7C', '#0F6B6B'],
  aurora: ['#1D5B4A', '#3B3F8F'],
  dusk: ['#3B2A6B', '#7A2E5E'],
  meadow: ['#2C5E2E', '#5C6414'],
  night: ['#161D33', '#31406B'],
}

const ON_TINT = '#FFFFFF'

/** What the bars are drawn with: a skin of the product, or the colours of the company. */
export type BarPaint = keyof typeof SKINS | 'plain' | ThemeColors

/** How the bars are drawn, as CSS reads it. */
export const barVariables = (bar: BarPaint, palette: Palette): Readonly<Record<string, string>> => {
  if (bar === 'plain')
    return {
      '--fy-bar': palette.raised,
      '--fy-on-bar': palette.text,
      '--fy-on-bar-soft': palette.secondary,
      '--fy-bar-hover': palette.hover,
      '--fy-bar-mark': palette.accent,
      '--fy-bar-line': palette.line,
    }
  const { text, ground, hover } = typeof bar === 'object' ? { text: bar.barText, ...barOf(bar) } : tintOf(bar)
  return {
    '--fy-bar': ground,
    '--fy-on-bar': text,
    '--fy-on-bar-soft': text,
    '--fy-bar-hover': hover,
    '--fy-bar-mark': text,
    '--fy-bar-line': 'transparent',
  }
}

const tintOf = (skin: keyof typeof SKINS) => {
  const [bar, barEnd = null] = SKINS[skin]
  return { text: ON_TINT, ...barOf({ accent: bar, bar, barEnd, barText: ON_TINT }) }
}
