import type { Palette } from '../../domain/looks/palettes.ts'

/** Colours of avatars without a picture and of tags: text on them is white in both themes. */
export const AVATAR_COLORS = [
  '#4A63C9',
  '#0F766E',
  '#A0522D',
  '#7C3F98',
  '#2F6B3C',
  '#9B2C5A',
  '#3A6A93',
  '#7A5C00',
]

/** `--fy-raised` and so on, as CSS reads them. */
export const cssVariables = (palette: Palette): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(palette).map(([name, value]: [string, string]) => [
      `--fy-${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  )
