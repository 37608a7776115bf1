import { expect, it } from 'vitest'

import { boxBetween, drawn, type Drawing, type Stroke } from './marks.ts'

const SIZE = { width: 100, height: 50 }
const EMPTY: Drawing = { area: null, marks: [] }
const stroke = (given: Partial<Stroke>): Stroke => ({
  ...{ tool: 'box', from: { x: 10, y: 10 }, to: { x: 30, y: 20 }, color: 'red', text: '' },
  ...given,
})

it('a box goes from corner to corner, whichever was first, and ends with the picture', () => {
  expect(boxBetween({ x: 30, y: 40 }, { x: 10, y: 5 }, SIZE)).toEqual({ x: 10, y: 5, width: 20, height: 35 })
  expect(boxBetween({ x: -9, y: 20 }, { x: 200, y: 90 }, SIZE)).toEqual({
    x: 0,
    y: 20,
    width: 100,
    height: 30,
  })
})

it('marks lie on each other in their order; another area takes the place of the first', () => {
  const box = { x: 10, y: 10, width: 20, height: 10 }
  let drawing = drawn(EMPTY, stroke({}), SIZE)
  drawing = drawn(drawing, stroke({ tool: 'mosaic' }), SIZE)
  drawing = drawn(drawing, stroke({ tool: 'text', text: ' here ' }), SIZE)
  expect(drawing.marks).toEqual([
    { kind: 'box', box, color: 'red' },
    { kind: 'mosaic', box },
    { kind: 'text', at: { x: 30, y: 20 }, text: 'here', color: 'red' },
  ])
  drawing = drawn(drawing, stroke({ tool: 'area' }), SIZE)
  expect(drawn(drawing, stroke({ tool: 'area', to: { x: 50, y: 50 } }), SIZE).area).toEqual({
    ...{ x: 10, y: 10, width: 40, height: 40 },
  })
})

it('of a click with a tool that draws, and of a text without words, nothing comes', () => {
  for (const tool of ['area', 'arrow', 'box', 'mosaic', 'text'] as const)
    expect(drawn(EMPTY, stroke({ tool, to: { x: 11, y: 11 }, text: ' ' }), SIZE)).toBe(EMPTY)
})
