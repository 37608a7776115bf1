/** Paints signs onto small pictures, pixel by pixel: the system takes no other drawing for its icons. */

export type Color = readonly [red: number, green: number, blue: number]

/** Rows of pixels from the top left, four bytes each. */
export interface Bitmap {
  readonly bytes: Buffer
  readonly size: number
}

export const RED: Color = [217, 45, 32]
export const AMBER: Color = [220, 140, 0]
const WHITE: Color = [255, 255, 255]

/** A dot in the lower right corner. */
export const withDot = ({ bytes, size }: Bitmap, color: Color): Bitmap => {
  const next = Buffer.from(bytes)
  const radius = size * 0.28
  const middle = size - radius
  eachPixel(size, (x, y, at) => {
    if (Math.hypot(x + 0.5 - middle, y + 0.5 - middle) <= radius) paint(next, at, color)
  })
  return { bytes: next, size }
}

/** Without its colours. */
export const inGray = ({ bytes, size }: Bitmap): Bitmap => {
  const next = Buffer.from(bytes)
  eachPixel(size, (_x, _y, at) => {
    const sum = [0, 1, 2].reduce((all, channel) => all + (bytes[at + channel] ?? 0), 0)
    const gray = Math.round(sum / 3)
    next.fill(gray, at, at + 3)
  })
  return { bytes: next, size }
}

/** A number on a red disc, as the taskbar of Windows lays it over the program's icon. */
export const numberBadge = (count: number): Bitmap => {
  const size = 16
  const bytes = Buffer.alloc(size * size * 4)
  eachPixel(size, (x, y, at) => {
    if (Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) <= size / 2) paint(bytes, at, RED)
  })
  const text = count > 9 ? '9+' : String(count)
  const left = Math.floor((size - text.length * 6 - (text.length - 1)) / 2)
  for (const [index, letter] of [...text].entries()) {
    for (const [y, row] of (DIGITS[letter] ?? []).entries())
      for (const [x, pixel] of [...row].entries())
        if (pixel === '#') square(bytes, size, left + index * 7 + x * 2, 3 + y * 2)
  }
  return { bytes, size }
}

const DIGITS: Readonly<Record<string, readonly string[]>> = {
  '1': [' # ', '## ', ' # ', ' # ', '###'],
  '2': ['###', '  #', '###', '#  ', '###'],
  '3': ['###', '  #', '###', '  #', '###'],
  '4': ['# #', '# #', '###', '  #', '  #'],
  '5': ['###', '#  ', '###', '  #', '###'],
  '6': ['###', '#  ', '###', '# #', '###'],
  '7': ['###', '  #', '  #', '  #', '  #'],
  '8': ['###', '# #', '###', '# #', '###'],
  '9': ['###', '# #', '###', '  #', '###'],
  '+': ['   ', ' # ', '###', ' # ', '   '],
}

const square = (bytes: Buffer, size: number, x: number, y: number): void => {
  for (const [right, down] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    paint(bytes, ((y + down) * size + x + right) * 4, WHITE)
}

/** Blue first, as the system keeps colours on all machines that we run on. */
const paint = (bytes: Buffer, at: number, [red, green, blue]: Color): void => {
  bytes.set([blue, green, red, 255], at)
}

const eachPixel = (size: number, visit: (x: number, y: number, at: number) => void): void => {
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) visit(x, y, (y * size + x) * 4)
}
