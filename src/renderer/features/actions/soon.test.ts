import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { registerAction } from './registry.ts'
import { forgetSoon, runSoon } from './soon.ts'

const done: string[] = []
const says = (text: string) => () => {
  done.push(text)
}

beforeEach(() => {
  vi.useFakeTimers()
  done.length = 0
})

afterEach(() => {
  forgetSoon()
  vi.useRealTimers()
})

it('R-03-190 a key that comes before its action does it once, as soon as it is possible', async () => {
  void runSoon('topic')
  await vi.advanceTimersByTimeAsync(200)
  const withdraw = registerAction('topic', says('topic'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(done).toEqual(['topic'])
  void runSoon('topic')
  expect(done).toEqual(['topic', 'topic'])
  withdraw()
})

it('a key whose action does not come means nothing any more, also after another key or a click', async () => {
  void runSoon('topic')
  await vi.advanceTimersByTimeAsync(600)
  void runSoon('transfer')
  forgetSoon()
  const withdraw = [registerAction('topic', says('topic')), registerAction('transfer', says('transfer'))]
  await vi.advanceTimersByTimeAsync(600)
  expect(done).toEqual([])
  for (const one of withdraw) one()
})
