import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { watchIdle } from './idleWatch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('R-02-064 without keyboard or pointer for the time it is idle, once; the next touch ends that', () => {
  const target = new EventTarget()
  const seen: string[] = []
  const stop = watchIdle({
    target,
    afterMs: 300_000,
    onIdle: () => seen.push('idle'),
    onBack: () => seen.push('back'),
  })
  target.dispatchEvent(new Event('pointermove'))
  expect(seen).toEqual(['back'])
  vi.advanceTimersByTime(299_000)
  target.dispatchEvent(new Event('keydown'))
  vi.advanceTimersByTime(299_000)
  expect(seen).toEqual(['back'])
  vi.advanceTimersByTime(1000)
  expect(seen).toEqual(['back', 'idle'])
  vi.advanceTimersByTime(3_600_000)
  target.dispatchEvent(new Event('wheel'))
  target.dispatchEvent(new Event('wheel'))
  expect(seen).toEqual(['back', 'idle', 'back'])
  stop()
  vi.advanceTimersByTime(3_600_000)
  expect(seen).toHaveLength(3)
})

it('nobody who never comes back is idle after the time, too', () => {
  const seen: string[] = []
  watchIdle({
    target: new EventTarget(),
    afterMs: 1000,
    onIdle: () => seen.push('idle'),
    onBack: () => seen.push('back'),
  })
  vi.advanceTimersByTime(1000)
  expect(seen).toEqual(['idle'])
})
