/**
 * Writes a drawing anew from what is known to be harmless: shapes, gradients, text, and how they are painted.
 *
 * What is not in the lists does not exist afterwards: no script, no event attribute, no foreign or embedded content, no
 * animation, no style sheet, and no address but of a part of the same drawing. The result is well-formed by construction.
 */
import { classStyles, declarations } from './svgStyles.ts'
import { svgTokens, type SvgToken } from './svgTokens.ts'

export interface CleanSvg {
  readonly text: string
  readonly width: number
  readonly height: number
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

const ELEMENTS = words(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc linearGradient
  radialGradient stop clipPath mask pattern marker`,
)
/** Of these the text is kept. */
const WITH_TEXT = words('text tspan title desc')
const PAINT = words(
  `fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray
  stroke-dashoffset stroke-opacity opacity color clip-path clip-rule mask stop-color stop-opacity display visibility
  font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing word-spacing vector-effect
  paint-order marker-start marker-mid marker-end`,
)
const GEOMETRY = words(
  `d points x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height viewBox preserveAspectRatio transform rotate
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform clipPathUnits
  maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient textLength lengthAdjust`,
)
/** These may refer to another part of the drawing by `href`. */
const REFERRING = words('use linearGradient radialGradient pattern')
/** Parts that are shown again may show others again, and so on: a few are enough to keep every browser busy for long. */
const MOST_USES = 20
const DEEPEST = 60
const LONGEST_SIDE = 20_000

const ID = /^[\w.-]{1,100}$/u
const LOCAL = /^#[\w.-]{1,100}$/u
const LOCAL_PAINT =
  /^url\(\s*(?:#[\w.-]{1,100}|"#[\w.-]{1,100}"|'#[\w.-]{1,100}')\s*\)(?:\s*(?:none|#[\da-f]{3,8}))?$/iu
/** Characters by which a value could become something else. */
const ODD = /[\\<>{};@]|[^\t\n\r\x20-\uffff]|:/u

/** Undefined: it is no drawing, or one that cannot be made harmless without becoming another. */
export const sanitizeSvg = (bytes: Uint8Array): CleanSvg | undefined => {
  const tokens = svgTokens(textOf(bytes) ?? '')
  const [root] = tokens?.filter(({ kind }) => kind === 'open') ?? []
  if (!tokens || root?.kind !== 'open' || root.name !== 'svg') return undefined
  const size = sizeOf(root.attributes)
  const text = size && written(tokens, size)
  return text ? { text, width: Math.ceil(size.width), height: Math.ceil(size.height) } : undefined
}

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

interface Size {
  readonly viewBox: string
  readonly width: number
  readonly height: number
}

const sizeOf = (attributes: ReadonlyMap<string, string>): Size | null => {
  const given = attributes
    .get('viewBox')
    ?.trim()
    .split(/[\s,]+/u)
    .map(Number)
  const width = given?.[2] ?? pixels(attributes.get('width'))
  const height = given?.[3] ?? pixels(attributes.get('height'))
  const box = given ?? [0, 0, width, height]
  const isSound = box.length === 4 && box.every(Number.isFinite)
  const isSized = width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE
  return isSound && isSized ? { viewBox: box.join(' '), width, height } : null
}

const pixels = (length: string | undefined): number =>
  Number(/^\s*(\d{1,6}(?:\.\d{1,6})?)\s*(?:px)?\s*$/u.exec(length ?? '')?.[1] ?? Number.NaN)

const written = (tokens: readonly SvgToken[], size: Size): string | null => {
  const styles = classStyles(styleTexts(tokens))
  let text = ''
  let depth = 0
  let uses = 0
  /** How deep inside of something that is left out. */
  let hidden = 0
  const open: string[] = []
  for (const token of tokens) {
    if (token.kind === 'open') {
      if (hidden > 0 || !ELEMENTS.has(token.name)) {
        hidden += 1
        continue
      }
      depth += 1
      uses += token.name === 'use' ? 1 : 0
      if (depth > DEEPEST || uses > MOST_USES) return null
      const attributes = cleanAttributes(token.name, token.attributes, styles)
      if (depth === 1) {
        if (text !== '') return null
        attributes.set('viewBox', size.viewBox)
        attributes.set('width', String(size.width))
        attributes.set('height', String(size.height))
      }
      open.push(token.name)
      text += `<${token.name}${depth === 1 ? ' xmlns="http://www.w3.org/2000/svg"' : ''}`
      for (const [name, value] of attributes) text += ` ${name}="${escaped(value)}"`
      text += '>'
    } else if (token.kind === 'close') {
      if (hidden > 0) {
        hidden -= 1
        continue
      }
      depth -= 1
      text += `</${open.pop() ?? ''}>`
    } else if (hidden === 0 && WITH_TEXT.has(open.at(-1) ?? '')) text += escaped(token.text)
  }
  return text
}

/** What stands in style elements, wherever they are. */
const styleTexts = (tokens: readonly SvgToken[]): string => {
  let inside = false
  let sheet = ''
  for (const token of tokens) {
    if (token.kind === 'text') sheet += inside ? token.text : ''
    else if (token.name === 'style') inside = token.kind === 'open'
  }
  return sheet
}

/** What is set by class goes before an attribute, and a style of its own before both, as in a style sheet. */
const cleanAttributes = (
  element: string,
  given: ReadonlyMap<string, string>,
  styles: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Map<string, string> => {
  const clean = new Map<string, string>()
  const paint = (name: string, value: string): void => {
    if (PAINT.has(name) && isHarmless(value)) clean.set(name, value)
  }
  for (const [name, value] of given) {
    if (GEOMETRY.has(name) && !value.includes('url(') && isHarmless(value)) clean.set(name, value)
    else if (name === 'id' && ID.test(value)) clean.set(name, value)
    else if ((name === 'href' || name === 'xlink:href') && REFERRING.has(element) && LOCAL.test(value))
      clean.set('href', value)
    else paint(name, value)
  }
  for (const name of (given.get('class') ?? '').split(/\s+/u))
    for (const [property, value] of styles.get(name) ?? []) paint(property, value)
  for (const [property, value] of declarations(given.get('style') ?? '')) paint(property, value)
  return clean
}

const isHarmless = (value: string): boolean =>
  !ODD.test(value) && (!/url/iu.test(value) || LOCAL_PAINT.test(value.trim()))

const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
