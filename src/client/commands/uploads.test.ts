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

it('a picture carries what it shows in words where its sender said it, a file never', () => {
  expect(bodyOf(file, 'image', 'The broken lid')).toMatchObject({ kind: 'image', alt: 'The broken lid' })
  expect(bodyOf(file, 'image')).not.toHaveProperty('alt')
  expect(bodyOf(file, 'file', 'The broken lid')).not.toHaveProperty('alt')
})
