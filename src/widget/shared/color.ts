/** Contrast after WCAG 2.2, so that any colour a company chooses stays readable (R-18-065). */

type Rgb = readonly [number, number, number]

/** White or black, whichever is easier to read on `background`; nothing softer than black reaches 4.5 : 1 on every colour. */
export const textOn = (background: string): string => {
  const luminance = luminanceOf(toRgb(background))
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? LIGHT : DARK
}

/** `color`, moved towards black or white until it reaches `wanted` on `background`. */
export const readableOn = (background: string, color: string, wanted = 4.5): string => {
  const from = toRgb(color)
  const towards = textOn(background) === LIGHT ? 255 : 0
  for (let step = 0; step < 20; step += 1) {
    const part = step / 20
    const mixed = toHex([
      mix(from[0], towards, part),
      mix(from[1], towards, part),
      mix(from[2], towards, part),
    ])
    if (contrast(mixed, background) >= wanted) return mixed
  }
  return textOn(background)
}

export const contrast = (one: string, other: string): number => {
  const a = luminanceOf(toRgb(one))
  const b = luminanceOf(toRgb(other))
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const LIGHT = '#ffffff'
const DARK = '#000000'

const mix = (from: number, to: number, part: number): number => Math.round(from + (to - from) * part)

const toRgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

const toHex = ([red, green, blue]: Rgb): string =>
  `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`

const luminanceOf = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

const linear = (channel: number): number => {
  const part = channel / 255
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
