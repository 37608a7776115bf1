import { describe, expect, it } from 'vitest'

import { readToFrame, readToPage, sealed } from './bridge.ts'

const page = { url: 'https://shop.example/', title: 'Shop', referrer: '', language: 'en' }

describe('what the page and the frame say to each other', () => {
  it('is heard when it is one of the messages', () => {
    const open = { kind: 'open', page, color: '', visit: 'a'.repeat(32), visitor: 'b'.repeat(32) } as const
    expect(readToFrame(sealed(open))).toEqual(open)
    expect(readToFrame({ ...sealed(open), visit: '<b>' })).toBe(null)
    expect(readToFrame({ ...sealed(open), visitor: 'somebody' })).toBe(null)
    expect(readToPage(sealed({ kind: 'unread', count: 3, talked: true }))).toEqual({
      kind: 'unread',
      count: 3,
      talked: true,
    })
    expect(readToPage(sealed({ kind: 'size', width: 380, height: 620 }))).not.toBeNull()
  })

  it('10,000 forged messages have no effect', () => {
    const values = [undefined, null, 0, -1, 1.5, 'open', '#fff', [], {}, 'x'.repeat(3000), Number.NaN, true]
    const pick = (seed: number): unknown => values[seed % values.length]
    for (let seed = 0; seed < 10_000; seed += 1) {
      const forged = {
        foyer: seed % 3 === 0 ? 'foyer/1' : pick(seed >> 2),
        kind: ['open', 'size', 'color', 'unread', 'eval', '__proto__'][seed % 6],
        page: pick(seed >> 1),
        color: pick(seed >> 3),
        side: pick(seed >> 4),
        width: pick(seed >> 5),
        height: 'x',
        count: pick(seed >> 6),
        talked: 'yes',
      }
      expect(readToFrame(forged)).toBeNull()
      expect(readToPage(forged)).toBeNull()
    }
  })

  it('carries nothing that is not in the message', () => {
    const more = { ...sealed({ kind: 'close' }), text: 'secret', width: 1 }
    expect(readToPage(more)).toEqual({ kind: 'close' })
  })
})
