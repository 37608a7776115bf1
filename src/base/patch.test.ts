import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { applyPatch, diff, share } from './patch.ts'

const rows = (count: number): { id: string; text: string; deep: { n: number } }[] =>
  Array.from({ length: count }, (_, n) => ({ id: `r${n}`, text: `row ${n}`, deep: { n } }))

describe('share', () => {
  it('gives the former value back when nothing changed', () => {
    const before = { list: rows(3), at: 1 }
    expect(share(before, structuredClone(before))).toBe(before)
  })

  it('keeps the rows that did not change, wherever they moved', () => {
    const before = rows(4)
    const after = share(
      before,
      [...structuredClone(before)].reverse().map((r) => (r.id === 'r2' ? { ...r, text: 'x' } : r)),
    )
    expect(after.map((row) => before.includes(row))).toEqual([true, false, true, true])
    expect(after[1]?.deep).toBe(before[2]?.deep)
  })

  it('compares what is not plain by identity', () => {
    const blob = new Blob(['a'])
    const before = { blob }
    expect(share(before, { blob })).toBe(before)
    expect(share(before, { blob: new Blob(['a']) })).not.toBe(before)
  })
})

describe('diff', () => {
  it('costs one row when one of two thousand changed', () => {
    const before = rows(2000)
    const after = before.map((row) => (row.id === 'r777' ? { ...row, text: 'new' } : row))
    const patch = diff(before, after)
    expect(patch).toEqual({ kind: 'rows', upserts: [after[777]], order: null })
  })

  it('names only the stretch in which the order changed', () => {
    const before = rows(2000)
    const moved = [before[3], ...before.filter((_, index) => index !== 3)]
    expect(diff(before, moved)).toEqual({
      kind: 'rows',
      upserts: [],
      order: { from: 0, remove: 4, insert: ['r3', 'r0', 'r1', 'r2'] },
    })
  })

  it('goes into the fields of an object', () => {
    const before = { messages: rows(50), more: true }
    const after = { messages: [...before.messages, { id: 'new', text: '', deep: { n: 0 } }], more: true }
    expect(diff(before, after)).toEqual({
      kind: 'fields',
      fields: {
        messages: {
          kind: 'rows',
          upserts: [after.messages[50]],
          order: { from: 50, remove: 0, insert: ['new'] },
        },
      },
    })
  })

  it('is nothing for the same value', () => {
    const value = { a: 1 }
    expect(diff(value, value)).toBeNull()
    expect(diff(null, undefined)).toEqual({ kind: 'set', value: undefined })
  })
})

it('share, diff and apply lead from any answer to any other', () => {
  const row = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), n: fc.nat(2) })
  const answer = fc.oneof(
    fc.uniqueArray(row, { selector: ({ id }) => id }),
    fc.array(row, { maxLength: 4 }),
    fc.record({ list: fc.uniqueArray(row, { selector: ({ id }) => id }), flag: fc.option(fc.boolean()) }),
    fc.constant(null),
    fc.nat(2),
  )
  fc.assert(
    fc.property(answer, answer, (before, after) => {
      const shared = share<unknown>(before, after)
      expect(shared).toEqual(after)
      const patch = diff(before, shared)
      const result = patch ? applyPatch(before, structuredClone(patch)) : before
      expect(result).toEqual(after)
    }),
  )
})
