import { contrast } from '../../../../domain/looks/contrast.ts'

/** White or black, whichever is easier to read; what the customer's page does too. */
export const textOnColor = (color: string): string =>
  contrastOf('#ffffff', color) >= contrastOf('#000000', color) ? '#ffffff' : '#000000'

/** Hard to see on a white page: less than what shapes need (WCAG 1.4.11). */
export const isFaint = (color: string): boolean => contrastOf(color, '#ffffff') < 3

const contrastOf = (one: string, other: string): number =>
  /^#[\da-f]{6}$/u.test(one) && /^#[\da-f]{6}$/u.test(other) ? contrast(one, other) : 21
