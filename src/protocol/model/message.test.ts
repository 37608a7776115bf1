import { expect, it } from 'vitest'

import { MessageBody, TEXT_LIMIT, WrittenBody } from './message.ts'

it('R-06-016 keeps a kind it does not know as it came', () => {
  const original = { kind: 'hologram', scene: [1, 2, 3] }
  expect(MessageBody.parse(original)).toEqual({ kind: 'unsupported', original })
})

it('knows its own kinds', () => {
  const body = { kind: 'text', text: '您好' }
  expect(MessageBody.parse(body)).toEqual(body)
})

it('takes text of 5,000 characters and no more', () => {
  const text = (length: number): unknown => ({ kind: 'text', text: '字'.repeat(length) })
  expect(WrittenBody.safeParse(text(TEXT_LIMIT)).success).toBe(true)
  expect(WrittenBody.safeParse(text(TEXT_LIMIT + 1)).success).toBe(false)
  expect(WrittenBody.safeParse(text(0)).success).toBe(false)
})

it('lets nobody write a system line', () => {
  expect(WrittenBody.safeParse({ kind: 'system', code: 'session-ended', params: {} }).success).toBe(false)
})
