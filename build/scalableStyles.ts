import type { Plugin } from 'vite'

const PIXELS_OF_REM = 16

/**
 * Lets everything of the window grow and shrink with the text size (R-03-179): lengths are written in pixels, as they are
 * at 100 %, and delivered in `rem`, whose size the look decides. Hairlines stay hairlines, and what the window's own size
 * is asked for stays what it is.
 */
export const scalableStyles = (): Plugin => ({
  name: 'scalable-styles',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/renderer\/.*\.css$/u.test(id.replaceAll('\\', '/')) ? scaled(code) : null,
})

/** One style sheet with its lengths in `rem`. */
export const scaled = (sheet: string): string =>
  sheet
    .split(/(@(?:media|container)[^{]*\{)/u)
    .map((part) => (part.startsWith('@') ? part : part.replace(/(?<![\w-])(-?\d*\.?\d+)px\b/gu, inRem)))
    .join('')

const inRem = (length: string, pixels: string): string =>
  Math.abs(Number(pixels)) <= 1 ? length : `${Number(pixels) / PIXELS_OF_REM}rem`
