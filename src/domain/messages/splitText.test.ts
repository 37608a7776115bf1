import { expect, it } from 'vitest'

import { splitText } from './splitText.ts'

it('leaves a text that fits as it is', () => {
  expect(splitText(' 你好 ', 10)).toEqual(['你好'])
  expect(splitText(' ', 10)).toEqual([])
})

it('cuts at the end of a paragraph, a line, a sentence or a word, and loses nothing but spaces', () => {
  expect(splitText('一段在这里\n\n第二段', 8)).toEqual(['一段在这里', '第二段'])
  expect(splitText('一行在这里\n第二行', 8)).toEqual(['一行在这里', '第二行'])
  expect(splitText('先说一句。再说一句。', 8)).toEqual(['先说一句。', '再说一句。'])
  expect(splitText('one two three', 9)).toEqual(['one two', 'three'])
  expect(splitText('a\n'.repeat(400), 100).join('\n')).toBe('a\n'.repeat(400).trim())
})

it('cuts what has no end, but no character', () => {
  expect(splitText('字'.repeat(25), 10).map(({ length }) => length)).toEqual([10, 10, 5])
  const faces = splitText('😀'.repeat(10), 5)
  expect(faces.join('')).toBe('😀'.repeat(10))
  for (const part of faces) expect([...part].every((character) => character === '😀')).toBe(true)
})
