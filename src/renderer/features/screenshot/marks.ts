/** What is drawn onto a picture: pure, in the pixels of the picture. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

export type Mark =
  | { readonly kind: 'arrow'; readonly from: Point; readonly to: Point; readonly color: string }
  | { readonly kind: 'box'; readonly box: Box; readonly color: string }
  | { readonly kind: 'text'; readonly at: Point; readonly text: string; readonly color: string }
  /** What is below it cannot be made out any more. */
  | { readonly kind: 'mosaic'; readonly box: Box }

export interface Drawing {
  /** All that is left of the picture; null: all of it. */
  readonly area: Box | null
  /** In the order in which they were made. */
  readonly marks: readonly Mark[]
}

export const TOOLS = ['area', 'arrow', 'box', 'text', 'mosaic'] as const
export type Tool = (typeof TOOLS)[number]

export const COLORS = ['red', 'amber', 'green', 'blue', 'black', 'white'] as const
export type ColorName = (typeof COLORS)[number]

/** What is sent away looks the same in every theme. */
export const PAINTS: Readonly<Record<ColorName, string>> = {
  red: '#d92d20',
  amber: '#dc8c00',
  green: '#128a43',
  blue: '#1668dc',
  black: '#111111',
  white: '#ffffff',
}

/** Shorter strokes are clicks that went astray. */
const SHORTEST = 4

/** The box between two corners, as far as it is on the picture. */
export const boxBetween = (
  one: Point,
  other: Point,
  size: { readonly width: number; readonly height: number },
): Box => {
  const left = clamp(Math.min(one.x, other.x), size.width)
  const top = clamp(Math.min(one.y, other.y), size.height)
  return {
    x: left,
    y: top,
    width: clamp(Math.max(one.x, other.x), size.width) - left,
    height: clamp(Math.max(one.y, other.y), size.height) - top,
  }
}

const clamp = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most))

export interface Stroke {
  readonly tool: Tool
  readonly from: Point
  readonly to: Point
  readonly color: string
  readonly text: string
}

/** The drawing after a stroke of a tool; the same one, where nothing came of it. */
export const drawn = (
  drawing: Drawing,
  { tool, from, to, color, text }: Stroke,
  size: { readonly width: number; readonly height: number },
): Drawing => {
  const withMark = (mark: Mark): Drawing => ({ ...drawing, marks: [...drawing.marks, mark] })
  if (tool === 'text')
    return text.trim() === '' ? drawing : withMark({ kind: 'text', at: to, text: text.trim(), color })
  if (tool === 'arrow')
    return Math.hypot(to.x - from.x, to.y - from.y) < SHORTEST
      ? drawing
      : withMark({ kind: 'arrow', from, to, color })
  const box = boxBetween(from, to, size)
  if (box.width < SHORTEST || box.height < SHORTEST) return drawing
  if (tool === 'area') return { ...drawing, area: box }
  return withMark(tool === 'box' ? { kind: 'box', box, color } : { kind: 'mosaic', box })
}
