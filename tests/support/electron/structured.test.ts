import { expect, it } from 'vitest'

import { decode, encode } from './structured.ts'

it('values come over the line of the stand-in as structured clones do', () => {
  const value = {
    nothing: null,
    undefined: undefined,
    numbers: [1, -0.5, Number.NaN, Infinity, 12n],
    text: '退款 😀 \u2028',
    date: new Date(5),
    map: new Map<unknown, unknown>([['a', { $: 'undefined' }]]),
    set: new Set([1, 'x']),
    bytes: new Uint8Array([0, 255, 10]),
  }
  expect(decode(encode(value))).toEqual(value)
  expect(Object.keys(decode(encode({ gone: undefined })) as object)).toEqual(['gone'])
})

it('what Electron refuses is refused', () => {
  for (const value of [() => 1, new Blob(['x']), { deep: [new (class Own {})()] }, Symbol('x')])
    expect(() => encode(value)).toThrow('could not be cloned')
})
