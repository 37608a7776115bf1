import { expect, it } from 'vitest'

import { findSettings } from './findSettings.ts'

const ALL = [
  { page: 'looks', label: '', words: ['Appearance'] },
  { page: 'looks', label: 'textSize', words: ['Text size', 'Of everything'] },
  { page: 'sounds', label: 'soundNewSession', words: ['新会话'] },
]

it('finds by name and hint, all words typed, in any language', () => {
  const found = (text: string) => findSettings(ALL, text).map(({ page, label }) => `${page}/${label}`)
  expect(found('SIZE text')).toEqual(['looks/textSize'])
  expect(found('everything')).toEqual(['looks/textSize'])
  expect(found('会话')).toEqual(['sounds/soundNewSession'])
  expect(found('text sound')).toEqual([])
  expect(found('  ')).toEqual([])
})
