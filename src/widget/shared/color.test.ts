import { expect, it } from 'vitest'

import { contrast, readableOn, textOn } from './color.ts'

const steps = ['00', '33', '66', '99', 'cc', 'ff']
const colors = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))

it('R-18-065 any colour a company chooses gets text that reaches 4.5 : 1', () => {
  for (const color of colors) expect(contrast(textOn(color), color)).toBeGreaterThanOrEqual(4.5)
})

it('R-18-065 any colour is moved until it can be read on both themes', () => {
  for (const color of colors) {
    for (const surface of ['#ffffff', '#1e2128']) {
      expect(contrast(readableOn(surface, color), surface)).toBeGreaterThanOrEqual(4.5)
    }
  }
})

it('leaves a colour alone that is readable already', () => {
  expect(readableOn('#ffffff', '#3358e0')).toBe('#3358e0')
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})
