import { describe, expect, it } from 'vitest'

import { contrast } from './contrast.ts'
import { AVATAR_COLORS, cssVariables, dark, light, type Palette } from './tokens.ts'

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

it('white letters can be read on every avatar', () => {
  expect(AVATAR_COLORS.filter((color) => contrast('#FFFFFF', color) < 4.5)).toEqual([])
})

it('names variables as CSS does', () => {
  expect(cssVariables(light)['--fy-own-bubble']).toBe('#DCE6FF')
})
