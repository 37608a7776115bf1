import { afterEach, expect, it } from 'vitest'

import { guessHeight, learnPreviews, learnWidth } from './guessHeight.ts'
import { threadItems, type ThreadItem } from './items.ts'

const WIDE_PX = 900

const heightOf = (text: string, preview?: object): number => {
  const body = { kind: 'text', text, preview }
  const message = { id: 'm', seq: 1, at: 0, sender: { kind: 'customer' }, body }
  const thread = {
    messages: [message],
    unsent: [],
    deliveredSeq: 0,
    readSeq: 0,
    unreadFrom: null,
    gap: false,
  }
  const row = threadItems(thread as never).find((item): item is ThreadItem => item.kind === 'message')
  return guessHeight(row)
}

afterEach(() => {
  learnWidth(WIDE_PX)
  learnPreviews(true)
})

it('guesses more lines for wide letters than for as many narrow ones', () => {
  expect(heightOf('a'.repeat(60))).toBe(heightOf('a'))
  expect(heightOf('好'.repeat(60))).toBeGreaterThan(heightOf('好'))
})

it('guesses a line for each that was written, however short', () => {
  const step = heightOf('a\nb') - heightOf('a')
  expect(step).toBeGreaterThan(0)
  expect(heightOf('a\nb\nc\nd') - heightOf('a')).toBe(3 * step)
})

it('guesses more lines where the thread is narrow', () => {
  const text = 'a word and another '.repeat(4)
  const wide = heightOf(text)
  learnWidth(360)
  expect(heightOf(text)).toBeGreaterThan(wide)
})

it('R-06-135 guesses the room of a preview where previews are shown', () => {
  const words = { url: 'https://a.example', title: '茶', description: '', site: '', picture: null }
  const [bare, low] = [heightOf('a'), heightOf('a', words)]
  expect(low).toBeGreaterThan(bare)
  const full = { ...words, title: '茶'.repeat(200), description: '茶'.repeat(300) }
  const high = heightOf('a', full)
  expect(high).toBeGreaterThan(low)
  // Two lines each, however much there is.
  expect(heightOf('a', { ...full, title: '茶'.repeat(60), description: '茶'.repeat(60) })).toBe(high)
  expect(heightOf('a', { ...words, picture: { fileId: 'f', width: 1, height: 1 } })).toBeGreaterThan(low)
  learnPreviews(false)
  expect(heightOf('a', full)).toBe(bare)
})
