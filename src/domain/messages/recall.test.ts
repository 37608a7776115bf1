import { expect, it } from 'vitest'

import type { FileId, MessageBody } from '../../protocol/model/index.ts'
import { recallState } from './recall.ts'

const LIMIT = 120_000
const file = { kind: 'file', fileId: 'f' as FileId, name: 'a', mime: 'audio/webm', bytes: 1 } as const

it('R-06-080 two minutes are allowed and not a moment more; a voice and lines stay', () => {
  const text: MessageBody = { kind: 'text', text: 'a' }
  expect(recallState({ body: text, at: 1000 }, 1000 + LIMIT)).toBe('possible')
  expect(recallState({ body: text, at: 1000 }, 1001 + LIMIT)).toBe('too-late')
  expect(recallState({ body: file, at: 1000 }, 1000)).toBe('possible')
  expect(recallState({ body: { ...file, seconds: 3 }, at: 1000 }, 1000)).toBe('never')
  expect(recallState({ body: { kind: 'recalled' }, at: 1000 }, 1000)).toBe('never')
})
