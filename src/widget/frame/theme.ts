import { isColor } from '../shared/bridge.ts'
import { readableOn, textOn } from '../shared/color.ts'

/** The background of each theme that is hardest to read on; the values are those of `style/base.css`. */
const SURFACES = { light: '#f5f6f8', dark: '#1e2128' }

/** The company's colour, made readable in both themes whatever it is (R-18-013, R-18-065). */
export const applyColor = (color: string): void => {
  if (!isColor(color)) return
  const { style } = document.documentElement
  style.setProperty('--brand', color)
  style.setProperty('--on-brand', textOn(color))
  style.setProperty('--accent-light', readableOn(SURFACES.light, color))
  style.setProperty('--accent-dark', readableOn(SURFACES.dark, color))
}
