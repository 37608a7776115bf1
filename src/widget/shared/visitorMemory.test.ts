import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createMemoryArea } from '../../../tests/support/widgetSocket.ts'
import { createStorage } from './storage.ts'
import { createVisitorMemory } from './visitorMemory.ts'

const DAY_MS = 24 * 60 * 60_000

describe('who a browser is to a company', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 14) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const area = createMemoryArea()
  const nextPage = () => {
    const storage = createStorage(() => area, 'w1')
    storage.keepFor('persistent')
    return createVisitorMemory(storage)
  }
  const later = (ms: number): void => {
    vi.setSystemTime(Date.now() + ms)
  }

  it('R-18-051 has 128 random bits, kept for 366 days after the last visit', () => {
    const first = nextPage()
    expect(first.id()).toMatch(/^[\da-f]{32}$/u)
    expect(nextPage().id()).not.toBe(first.id())
    first.keep()
    later(366 * DAY_MS)
    const second = nextPage()
    expect([second.id(), second.visit()]).toEqual([first.id(), 2])
    second.keep()
    later(366 * DAY_MS + 1)
    const third = nextPage()
    expect(third.id()).not.toBe(first.id())
    expect(third.visit()).toBe(1)
  })

  it('is the visitor of the tab that was remembered first', () => {
    area.removeItem('foyer:w1:visit')
    const one = nextPage()
    const other = nextPage()
    one.keep()
    expect(other.id()).toBe(one.id())
  })
})
