/**
 * The colours of the interface, their one source; CSS reads them as variables (`renderer/ui/tokens.ts`), and the server
 * holds a company theme against them.
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

/** R-03-179: for eyes that need more; text is held to 7 : 1. */
export const contrastLight: Palette = {
  ...light,
  background: '#FFFFFF',
  sunken: '#F2F2F2',
  hover: '#EDEDED',
  selected: '#E3ECFF',
  text: '#000000',
  secondary: '#262626',
  faint: '#595959',
  line: '#767676',
  edge: '#000000',
  accent: '#1A3DB0',
  accentHover: '#12308F',
  waiting: '#6B3200',
  good: '#0B4F22',
  danger: '#8F130C',
  info: '#073F59',
  ownBubble: '#E3ECFF',
  customerBubble: '#FFFFFF',
}

export const contrastDark: Palette = {
  ...dark,
  background: '#000000',
  raised: '#000000',
  sunken: '#000000',
  hover: '#262626',
  selected: '#16204A',
  text: '#FFFFFF',
  secondary: '#E3E3E3',
  faint: '#A6A6A6',
  line: '#8C8C8C',
  edge: '#FFFFFF',
  accent: '#A8BCFF',
  accentHover: '#C4D2FF',
  onAccent: '#000000',
  waiting: '#FFC96B',
  good: '#7FE3A2',
  danger: '#FFA39C',
  onDanger: '#000000',
  info: '#8ED8F5',
  ownBubble: '#16204A',
  customerBubble: '#000000',
}
