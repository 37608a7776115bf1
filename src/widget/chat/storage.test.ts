import { describe, expect, it } from 'vitest'

import { createMemoryArea } from '../../../tests/support/widgetSocket.ts'
import { createStorage } from './storage.ts'

describe('the storage of the widget', () => {
  it('R-18-052 lives in memory and says so when the browser refuses', () => {
    const storage = createStorage(() => {
      throw new DOMException('denied', 'SecurityError')
    }, 'w1')
    storage.set('token', 'secret')
    expect(storage.durable).toBe(false)
    expect(storage.get('token')).toBe('secret')
    expect(storage.keys('to')).toEqual(['token'])
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
    storage.set('draft', 'a text that is too long')
    expect(storage.get('draft')).toBe('a text that is too long')
    storage.set('draft', 'short')
    expect(storage.get('draft')).toBe('short')
  })

  it('clears its own keys only', () => {
    const area = createMemoryArea()
    area.setItem('shop', 'basket')
    const storage = createStorage(() => area, 'w1')
    storage.set('token', 'secret')
    storage.clear()
    expect(area.length).toBe(1)
    expect(storage.get('token')).toBeNull()
  })
})
