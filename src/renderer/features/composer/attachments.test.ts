import { expect, it } from 'vitest'

import { FILE_LIMIT_BYTES, IMAGE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'
import { sortFiles } from './attachments.ts'

const file = (name: string, type: string, bytes: number): File => {
  const made = new File(['x'], name, { type })
  Object.defineProperty(made, 'size', { value: bytes })
  return made
}

it('R-03-091 refused files are named with the reason, the others stay attached', () => {
  let id = 0
  const { taken, refused } = sortFiles(
    [
      file('a.png', 'image/png', 1000),
      file('big.jpg', 'image/jpeg', IMAGE_LIMIT_BYTES + 1),
      file('b.tiff', 'image/tiff', 1000),
      file('huge.zip', 'application/zip', FILE_LIMIT_BYTES + 1),
      file('nothing.txt', 'text/plain', 0),
      file('Setup.EXE', 'application/pdf', 1000),
    ],
    () => String((id += 1)),
  )
  expect(taken.map(({ name, as, note }) => [name, as, note])).toEqual([
    ['a.png', 'image', null],
    ['big.jpg', 'file', 'image-as-file'],
    ['b.tiff', 'file', null],
  ])
  expect(refused).toEqual([
    { name: 'huge.zip', reason: 'too-large' },
    { name: 'nothing.txt', reason: 'empty' },
    { name: 'Setup.EXE', reason: 'type-not-allowed' },
  ])
})

it('R-06-112 fifty files wait beside one text; what is beyond that is named, also when it comes later', () => {
  let id = 0
  const some = (count: number): File[] =>
    Array.from({ length: count }, (_, at) => file(`p${at}.png`, 'image/png', 1000))
  const sorted = sortFiles(some(60), () => String((id += 1)))
  expect([sorted.taken.length, sorted.refused.length]).toEqual([50, 10])
  expect(sorted.refused[0]).toEqual({ name: 'p50.png', reason: 'too-many' })
  const later = sortFiles(some(4), () => String((id += 1)), 2)
  expect([later.taken.length, later.refused.length]).toEqual([2, 2])
})
