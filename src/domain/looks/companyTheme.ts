import type { ThemeColors } from '../../protocol/model/index.ts'
import { contrast } from './contrast.ts'
import { isDarker, mixed } from './mixed.ts'
import { dark, light, type Palette } from './palettes.ts'

/** Texts are held to this (WCAG AA, R-03-178). */
export const LEAST_CONTRAST = 4.5

export type ThemeMode = 'light' | 'dark'

const WHITE = '#FFFFFF'
const INK = '#0E1220'
/** The colours between the ends of a bar are looked at in so many steps: dark text may be lost in the middle alone. */
const STEPS = 4
/** So much of the accent is in what is chosen and in own bubbles, at most; less where a text would suffer. */
const TINTS = { selected: { light: 0.08, dark: 0.14 }, ownBubble: { light: 0.17, dark: 0.3 } } as const
const TEXTS = ['text', 'secondary'] as const
const SIGNALS = ['waiting', 'good', 'danger', 'info'] as const

/** The palette with the company's accent, and with what follows from it; surfaces one reads on stay as they are. */
export const themedPalette = (mode: ThemeMode, { accent }: ThemeColors): Palette => {
  const base = mode === 'dark' ? dark : light
  const onAccent = contrast(accent, WHITE) >= contrast(accent, INK) ? WHITE : INK
  const marked = [...TEXTS, ...SIGNALS].map((name) => base[name])
  return {
    ...base,
    accent,
    accentHover: mixed(accent, onAccent === WHITE ? INK : WHITE, 0.14),
    onAccent,
    selected: tinted(base.raised, accent, TINTS.selected[mode], [...marked, accent]),
    ownBubble: tinted(
      base.raised,
      accent,
      TINTS.ownBubble[mode],
      TEXTS.map((name) => base[name]),
    ),
  }
}

/** Each colour that a text on the bars may stand on. */
const barGrounds = ({ bar, barEnd }: ThemeColors): readonly string[] =>
  barEnd === null ? [bar] : Array.from({ length: STEPS + 1 }, (_, step) => mixed(bar, barEnd, step / STEPS))

/** Where a text of a theme stands. */
export type ThemeGround = 'background' | 'raised' | 'hover' | 'selected' | 'customerBubble' | 'bar'

/** A pair that cannot be read well enough. */
export interface ThemeProblem {
  readonly mode: ThemeMode
  readonly text: 'accent' | 'barText'
  readonly ground: ThemeGround
  readonly front: string
  readonly back: string
  /** To one, cut to two places, so that what is not enough never reads as enough. */
  readonly ratio: number
}

const GROUNDS = ['background', 'raised', 'hover', 'selected', 'customerBubble'] as const

/** What of a theme cannot be read, the worst first. What stands on the accent is chosen to be read where the accent can be. */
export const themeProblems = (theme: {
  readonly light: ThemeColors
  readonly dark: ThemeColors
}): readonly ThemeProblem[] =>
  (['light', 'dark'] as const)
    .flatMap((mode) => problemsIn(mode, theme[mode]))
    .toSorted((a, b) => a.ratio - b.ratio)

const problemsIn = (mode: ThemeMode, colors: ThemeColors): readonly ThemeProblem[] => {
  const palette = themedPalette(mode, colors)
  const { accent, barText } = colors
  const accents = GROUNDS.map((ground) => pairOf(mode, 'accent', ground, accent, palette[ground]))
  const bars = barGrounds(colors).map((back) => pairOf(mode, 'barText', 'bar', barText, back))
  return [worst(accents), worst(bars)].flatMap((pair) => (pair && pair.ratio < LEAST_CONTRAST ? [pair] : []))
}

const pairOf = (
  mode: ThemeMode,
  text: ThemeProblem['text'],
  ground: ThemeGround,
  front: string,
  back: string,
): ThemeProblem => ({ mode, text, ground, front, back, ratio: cut(contrast(front, back)) })

const worst = (pairs: readonly ThemeProblem[]): ThemeProblem | undefined =>
  pairs.toSorted((a, b) => a.ratio - b.ratio)[0]

const cut = (ratio: number): number => Math.floor(ratio * 100) / 100

/** As much of a colour in a ground as leaves these readable on it. */
const tinted = (ground: string, color: string, most: number, fronts: readonly string[]): string => {
  for (let share = most; share > 0.01; share -= 0.01) {
    const back = mixed(ground, color, share)
    if (fronts.every((front) => contrast(front, back) >= LEAST_CONTRAST)) return back
  }
  return ground
}

/** How the bars of a theme are drawn, as CSS reads it. */
export const barOf = (colors: ThemeColors): { readonly ground: string; readonly hover: string } => {
  const { bar, barEnd, barText } = colors
  return {
    ground: barEnd === null ? bar : `linear-gradient(90deg, ${bar}, ${barEnd})`,
    // Away from the text, so that what stands on it reads only better.
    hover: isDarker(bar, barText) ? 'rgb(0 0 0 / 24%)' : 'rgb(255 255 255 / 32%)',
  }
}
