import { expect, it } from 'vitest'

import { zoomAfter, zoomWish } from './zoom.ts'

it('the size goes in steps from wherever it is, and ends', () => {
  expect([zoomAfter(100, 'in'), zoomAfter(100, 'out'), zoomAfter(175, 'usual')]).toEqual([110, 90, 100])
  expect([zoomAfter(200, 'in'), zoomAfter(50, 'out'), zoomAfter(101, 'in')]).toEqual([200, 50, 110])
})

it('another size is asked for with the keys of browsers, and with no others', () => {
  const press = (
    key: string,
    held: { readonly control?: boolean; readonly meta?: boolean; readonly alt?: boolean },
  ) => ({
    ...{ type: 'keyDown' as const, key, control: false, meta: false, alt: false },
    ...held,
  })
  const control = { control: true }
  expect(['+', '=', '-', '0'].map((key) => zoomWish(press(key, control), false))).toEqual([
    ...['in', 'in', 'out', 'usual'],
  ])
  expect(zoomWish(press('+', { meta: true }), true)).toBe('in')
  for (const [wrong, mac] of [
    [press('+', {}), false],
    [press('+', { control: true, alt: true }), false],
    [press('+', control), true],
    [press('1', control), false],
  ] as const)
    expect(zoomWish(wrong, mac)).toBeNull()
})
