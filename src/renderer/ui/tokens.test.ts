import { describe, expect, it } from 'vitest'

import { contrast } from '../../domain/looks/contrast.ts'
import { contrastDark, contrastLight, dark, light, type Palette } from '../../domain/looks/palettes.ts'
import { barVariables, SKINS } from './skins.ts'
import { AVATAR_COLORS, cssVariables } from './tokens.ts'

const SURFACES = ['background', 'raised', 'hover', 'selected', 'ownBubble', 'customerBubble'] as const
const TEXTS = ['text', 'secondary'] as const
const SIGNALS = ['accent', 'waiting', 'good', 'danger', 'info'] as const

const tooWeak = (
  palette: Palette,
  pairs: readonly (readonly [keyof Palette, keyof Palette])[],
  least: number,
) =>
  pairs
    .map(([front, back]) => [front, back, contrast(palette[front], palette[back])] as const)
    .filter(([, , ratio]) => ratio < least)

describe.each([
  ['light', light],
  ['dark', dark],
  ['high contrast, light', contrastLight],
  ['high contrast, dark', contrastDark],
] as const)('%s', (_name, palette) => {
  it('every text can be read on every surface (WCAG AA)', () => {
    const pairs = [...TEXTS, ...SIGNALS].flatMap((front) => SURFACES.map((back) => [front, back] as const))
    // Signals never stand as text inside the own bubble; there they are icons.
    const text = pairs.filter(
      ([front, back]) => back !== 'ownBubble' || front === 'text' || front === 'secondary',
    )
    expect(tooWeak(palette, text, 4.5)).toEqual([])
    expect(tooWeak(palette, pairs, 3)).toEqual([])
  })

  it('filled buttons and badges can be read, edges of fields can be seen', () => {
    expect(
      tooWeak(
        palette,
        [
          ['onAccent', 'accent'],
          ['onAccent', 'accentHover'],
          ['onDanger', 'danger'],
        ],
        4.5,
      ),
    ).toEqual([])
    expect(
      tooWeak(
        palette,
        [
          ['edge', 'raised'],
          ['edge', 'background'],
        ],
        3,
      ),
    ).toEqual([])
  })
})

it('R-03-179 in high contrast every text is held to the strictest measure (WCAG AAA)', () => {
  const pairs = TEXTS.flatMap((front) => SURFACES.map((back) => [front, back] as const))
  for (const palette of [contrastLight, contrastDark]) expect(tooWeak(palette, pairs, 7)).toEqual([])
})

it('R-03-176 there are six skins of one colour and six that flow, and everything can be read on each of them', () => {
  const skins = Object.values(SKINS)
  expect(skins.filter(([, to]) => to === undefined)).toHaveLength(6)
  expect(skins.filter(([, to]) => to !== undefined)).toHaveLength(6)
  expect(skins.flat().filter((color) => color && contrast('#FFFFFF', color) < 4.5)).toEqual([])
  for (const palette of [light, dark, contrastLight, contrastDark]) {
    const bar = barVariables('plain', palette)
    for (const front of ['--fy-on-bar', '--fy-on-bar-soft'])
      for (const back of ['--fy-bar', '--fy-bar-hover'])
        expect(contrast(bar[front] ?? '', bar[back] ?? '')).toBeGreaterThanOrEqual(4.5)
  }
})

it('white letters can be read on every avatar', () => {
  expect(AVATAR_COLORS.filter((color) => contrast('#FFFFFF', color) < 4.5)).toEqual([])
})

it('names variables as CSS does', () => {
  expect(cssVariables(light)['--fy-own-bubble']).toBe('#DCE6FF')
})
