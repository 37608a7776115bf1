import { expect, it } from 'vitest'

import { placeBeside } from './place.ts'

const view = { width: 1000, height: 700 }
const panel = { width: 200, height: 100 }
const at = (left: number, top: number) => ({ left, top, width: 40, height: 20 })

it('goes to the wanted side, aligned with its button', () => {
  expect(placeBeside(at(300, 300), panel, view, 'below', 'start')).toEqual({ left: 300, top: 324 })
  expect(placeBeside(at(300, 300), panel, view, 'above', 'end')).toEqual({ left: 140, top: 196 })
})

it('takes the other side where there is no room, and stays inside the window', () => {
  expect(placeBeside(at(300, 660), panel, view, 'below', 'start').top).toBe(556)
  expect(placeBeside(at(300, 10), panel, view, 'above', 'start').top).toBe(34)
  expect(placeBeside(at(950, 10), panel, view, 'below', 'start').left).toBe(792)
  expect(placeBeside(at(0, 10), panel, view, 'below', 'end').left).toBe(8)
})
