import { luminance } from './contrast.ts'

/** A colour between two, `share` of the way from one to the other. */
export const mixed = (one: string, other: string, share: number): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const [a, b] = [one, other].map((color) => Number.parseInt(color.slice(at, at + 2), 16)) as [
        number,
        number,
      ]
      return Math.round(a + (b - a) * share)
        .toString(16)
        .padStart(2, '0')
    })
    .join('')}`

export const isDarker = (one: string, other: string): boolean => luminance(one) < luminance(other)
