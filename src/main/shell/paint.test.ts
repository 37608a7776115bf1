import { expect, it } from 'vitest'

import { AMBER, inGray, numberBadge, RED, withDot, type Bitmap } from './paint.ts'

const blank: Bitmap = { bytes: Buffer.alloc(16 * 16 * 4), size: 16 }

/** The letters of a picture: `r` and `a` for the signs, `w` for digits, a space where nothing is. */
const drawn = ({ bytes, size }: Bitmap): string[] =>
  Array.from({ length: size }, (_row, y) =>
    Array.from({ length: size }, (_column, x) => {
      const [blue, green, red, alpha] = bytes.subarray((y * size + x) * 4)
      if (alpha === 0) return ' '
      if (red === RED[0] && green === RED[1] && blue === RED[2]) return 'r'
      return red === AMBER[0] && green === AMBER[1] ? 'a' : 'w'
    }).join(''),
  )

it('a dot stands in the lower right corner, and the picture below stays as it was', () => {
  const rows = drawn(withDot(blank, AMBER))
  expect(rows[0]?.trim()).toBe('')
  expect(rows[11]?.endsWith('aaaaa')).toBe(true)
  expect(rows.every((row) => row.startsWith('       '))).toBe(true)
  expect(blank.bytes.every((byte) => byte === 0)).toBe(true)
})

it('without colour a pixel keeps its lightness and its transparency', () => {
  const [blue, green, red, alpha] = inGray({ bytes: Buffer.from([30, 60, 90, 128]), size: 1 }).bytes
  expect([blue, green, red, alpha]).toEqual([60, 60, 60, 128])
})

it('the number over the icon can be read, and more than nine is nine and more', () => {
  const one = drawn(numberBadge(1)).map((row) => row.replaceAll('r', ' ').trimEnd())
  expect(one.slice(3, 13)).toEqual(
    ['  ww', '  ww', 'wwww', 'wwww', '  ww', '  ww', '  ww', '  ww', 'wwwwww', 'wwwwww'].map(
      (row) => `     ${row}`,
    ),
  )
  expect(numberBadge(10).bytes.equals(numberBadge(99).bytes)).toBe(true)
  expect(numberBadge(9).bytes.equals(numberBadge(10).bytes)).toBe(false)
})
