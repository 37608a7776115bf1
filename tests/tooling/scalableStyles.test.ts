import { expect, it } from 'vitest'

import { scaled } from '../../build/scalableStyles.ts'

it('lengths grow with the text size, hairlines and questions about the window do not', () => {
  expect(
    scaled('.a { margin: 0 -24px; border: 1px solid; font: 400 13px/20px x } .b1px { top: calc(1% - 8px) }'),
  ).toBe(
    '.a { margin: 0 -1.5rem; border: 1px solid; font: 400 0.8125rem/1.25rem x } .b1px { top: calc(1% - 0.5rem) }',
  )
  expect(scaled('@media (max-width: 1099px) { .a { width: 32px } }')).toBe(
    '@media (max-width: 1099px) { .a { width: 2rem } }',
  )
})
