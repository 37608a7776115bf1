import { describe, expect, it } from 'vitest'

import { createMemoryArea } from '../../../tests/support/widgetSocket.ts'
import { createStorage } from './storage.ts'

describe('the storage of the widget', () => {
  it('R-18-052 lives in memory and says so when the browser refuses', () => {
    const storage = createStorage(() => {
      throw new DOMException('denied', 'SecurityError')
    }, 'w1')
    storage.set('token', 'secret')
    expect(storage.isDurable()).toBe(false)
    expect(storage.get('token')).toBe('secret')
    expect(storage.names()).toEqual(['token'])
  })

  it('keeps in memory what no longer fits', () => {
    const area = createMemoryArea()
    const storage = createStorage(
      () => ({
        ...area,
        setItem: (key: string, value: string) => {
          if (value.length > 10) throw new DOMException('full', 'QuotaExceededError')
          area.setItem(key, value)
        },
      }),
      'w1',
    )
    storage.keepFor('persistent')
    storage.set('draft', 'a text that is too long')
    expect(storage.get('draft')).toBe('a text that is too long')
    storage.set('draft', 'short')
    expect(storage.get('draft')).toBe('short')
  })

  it('clears its own keys only', () => {
    const area = createMemoryArea()
    area.setItem('shop', 'basket')
    const storage = createStorage(() => area, 'w1')
    storage.keepFor('persistent')
    storage.set('token', 'secret')
    storage.clear()
    expect(area.length).toBe(1)
    expect(storage.get('token')).toBeNull()
  })

  it('R-18-051 writes nothing before the company has decided for how long, and then just there', () => {
    const areas = { session: createMemoryArea(), persistent: createMemoryArea() }
    const storage = createStorage((kind) => areas[kind], 'w1')
    const kept = () => [areas.session.length, areas.persistent.length]
    storage.set('token', 'secret')
    expect(kept()).toEqual([0, 0])
    storage.keepFor('persistent')
    expect(kept()).toEqual([0, 1])
    storage.keepFor('session')
    expect(kept()).toEqual([1, 0])
    expect(storage.isDurable()).toBe(false)
    storage.keepFor('none')
    expect(kept()).toEqual([0, 0])
    // The talk goes on as long as the page is open.
    expect(storage.get('token')).toBe('secret')
  })
})
