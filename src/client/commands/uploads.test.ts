import { expect, it } from 'vitest'

import type { FileId, StoredFile } from '../../protocol/model/index.ts'
import { bodyOf } from './uploads.ts'

const file: StoredFile = {
  id: 'f' as FileId,
  name: 'a.png',
  mime: 'image/png',
  bytes: 3,
  width: 2,
  height: 1,
}

it('R-18-067 a picture and a voice carry in words what they show and say where their sender wrote it, a plain file never', () => {
  const alt = 'The broken lid'
  expect(bodyOf(file, { kind: 'image', alt, seconds: null })).toMatchObject({ kind: 'image', alt })
  expect(bodyOf(file, { kind: 'image', alt: '', seconds: null })).not.toHaveProperty('alt')
  expect(bodyOf(file, { kind: 'file', alt, seconds: 12 })).toMatchObject({ kind: 'file', alt, seconds: 12 })
  expect(bodyOf(file, { kind: 'file', alt: '', seconds: 12 })).not.toHaveProperty('alt')
  expect(Object.keys(bodyOf(file, { kind: 'file', alt, seconds: null }))).not.toContain('alt')
})
