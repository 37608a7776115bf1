import type { AgentSettingValue } from '../../protocol/model/index.ts'
import type { Palette } from './tokens.ts'

export type SkinName = AgentSettingValue<'skin'>

/** Tints the top bar and the category bar, and nothing one reads for long (R-03-176): one colour, or two that flow into each other. */
type Tint = readonly [from: string, to?: string]

/** What stands on a tint is white, held to 4.5 : 1 by `tokens.test.ts`. */
export const SKINS: Readonly<Record<Exclude<SkinName, 'plain'>, Tint>> = {
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

/** How the bars are drawn, as CSS reads it. */
export const barVariables = (skin: SkinName, palette: Palette): Readonly<Record<string, string>> => {
  if (skin === 'plain')
    return {
      '--fy-bar': palette.raised,
      '--fy-on-bar': palette.text,
      '--fy-on-bar-soft': palette.secondary,
      '--fy-bar-hover': palette.hover,
      '--fy-bar-mark': palette.accent,
      '--fy-bar-line': palette.line,
    }
  const [from, to = from] = SKINS[skin]
  return {
    '--fy-bar': from === to ? from : `linear-gradient(90deg, ${from}, ${to})`,
    '--fy-on-bar': ON_TINT,
    '--fy-on-bar-soft': ON_TINT,
    // Darker, so that what stands on it reads only better.
    '--fy-bar-hover': 'rgb(0 0 0 / 24%)',
    '--fy-bar-mark': ON_TINT,
    '--fy-bar-line': 'transparent',
  }
}
