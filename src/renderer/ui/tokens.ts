/**
 * The design tokens, the one source of every colour; CSS reads them as variables.
 *
 * Pairs that carry text are held to 4.5 : 1, pairs that carry meaning otherwise to 3 : 1, by `tokens.test.ts`.
 */
export interface Palette {
  readonly background: string
  readonly raised: string
  readonly sunken: string
  readonly hover: string
  readonly selected: string
  readonly text: string
  readonly secondary: string
  /** Decoration only; it is too weak for information. */
  readonly faint: string
  readonly line: string
  /** Edge of something one can write into. */
  readonly edge: string
  readonly accent: string
  readonly accentHover: string
  readonly onAccent: string
  readonly waiting: string
  readonly good: string
  readonly danger: string
  readonly onDanger: string
  readonly info: string
  readonly ownBubble: string
  readonly customerBubble: string
  readonly shadow: string
}

export const light: Palette = {
  background: '#F5F6F8',
  raised: '#FFFFFF',
  sunken: '#ECEEF2',
  hover: '#F3F5F8',
  selected: '#F0F4FF',
  text: '#1B1F27',
  secondary: '#5B6472',
  faint: '#8A93A1',
  line: '#E3E6EB',
  edge: '#848D9B',
  accent: '#3358E0',
  accentHover: '#2849C4',
  onAccent: '#FFFFFF',
  waiting: '#B45309',
  good: '#15803D',
  danger: '#C2261D',
  onDanger: '#FFFFFF',
  info: '#0B6E99',
  ownBubble: '#DCE6FF',
  customerBubble: '#FFFFFF',
  shadow: '0 8px 28px rgb(20 28 48 / 16%), 0 1px 3px rgb(20 28 48 / 10%)',
}

export const dark: Palette = {
  background: '#16181D',
  raised: '#1E2128',
  sunken: '#101217',
  hover: '#262A33',
  selected: '#222840',
  text: '#E8EBF0',
  secondary: '#A3ACBA',
  faint: '#6F7886',
  line: '#2A2E37',
  edge: '#6F7886',
  accent: '#6C8CFF',
  accentHover: '#86A1FF',
  onAccent: '#0E1220',
  waiting: '#F5B35C',
  good: '#5CCB86',
  danger: '#FF7B72',
  onDanger: '#2A0A08',
  info: '#5BC0EB',
  ownBubble: '#2B3B70',
  customerBubble: '#262A33',
  shadow: '0 8px 28px rgb(0 0 0 / 48%), 0 1px 3px rgb(0 0 0 / 40%)',
}

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
