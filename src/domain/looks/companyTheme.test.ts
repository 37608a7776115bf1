import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { NO_COMPANY_THEME, type ThemeColors } from '../../protocol/model/index.ts'
import { LEAST_CONTRAST, themedPalette, themeProblems } from './companyTheme.ts'
import { contrast } from './contrast.ts'

const { light, dark } = NO_COMPANY_THEME
const found = (theme: { light?: Partial<ThemeColors>; dark?: Partial<ThemeColors> }) =>
  themeProblems({ light: { ...light, ...theme.light }, dark: { ...dark, ...theme.dark } })

describe('R-03-178 a company theme', () => {
  it('is readable as it begins', () => {
    expect(found({})).toEqual([])
  })

  it('names what cannot be read, with its figure, in light and in dark, the worst first', () => {
    expect(found({ light: { accent: '#ffd000' } })).toEqual([
      {
        ...{ mode: 'light', text: 'accent', front: '#ffd000' },
        ...{ ground: expect.any(String), back: expect.any(String), ratio: expect.any(Number) },
      },
    ])
    expect(found({ dark: { accent: '#1b2f80' } })).toMatchObject([{ mode: 'dark', text: 'accent' }])
    expect(found({ light: { barText: '#1b4f8a' }, dark: { bar: '#777777' } })).toMatchObject([
      { mode: 'light', text: 'barText', ground: 'bar', front: '#1b4f8a', back: '#1b4f8a', ratio: 1 },
      { mode: 'dark', text: 'barText', ground: 'bar', front: '#ffffff', back: '#777777', ratio: 4.47 },
    ])
  })

  it('looks between the ends of a gradient, where dark text can be lost', () => {
    const ends = { bar: '#ff2020', barEnd: '#00a0a0', barText: '#000000' }
    for (const end of [ends.bar, ends.barEnd]) expect(contrast(end, ends.barText)).toBeGreaterThan(4.5)
    expect(found({ light: ends })).toMatchObject([{ text: 'barText', ground: 'bar' }])
  })

  it('never rounds up to what is enough', () => {
    for (const { ratio } of found({ dark: { bar: '#777777' } })) expect(ratio).toBeLessThan(LEAST_CONTRAST)
  })

  it('with an accent that is taken, every text on what follows from it can be read', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const color = fc
      .tuple(byte, byte, byte)
      .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)
    fc.assert(
      fc.property(color, fc.constantFrom('light' as const, 'dark' as const), (accent, mode) => {
        if (found({ [mode]: { accent } }).length > 0) return
        const palette = themedPalette(mode, { ...NO_COMPANY_THEME[mode], accent })
        const pairs = [
          ...[palette.accent, palette.accentHover].map((ground) => [palette.onAccent, ground] as const),
          ...[palette.selected, palette.ownBubble].flatMap((ground) =>
            [palette.text, palette.secondary].map((text) => [text, ground] as const),
          ),
          ...[palette.waiting, palette.good, palette.danger, palette.info, palette.accent].map(
            (text) => [text, palette.selected] as const,
          ),
        ]
        for (const [front, back] of pairs)
          expect(contrast(front, back), `${front} on ${back}`).toBeGreaterThan(4.49)
      }),
      { numRuns: 500 },
    )
  })
})
