import { expect, it } from 'vitest'

import { readBeat, VisitBeat } from './visits.ts'

const KEY = 'k_-'.repeat(8)

it('a sign of life says the same whichever way it is read', () => {
  const same = (body: string): void => {
    const read = readBeat(body)
    expect([body, read]).toEqual([
      body,
      VisitBeat.safeParse(Object.fromEntries(new URLSearchParams(body))).data,
    ])
  }
  expect(readBeat(`widget=w-1&key=${KEY}`)).toEqual({ widget: 'w-1', key: KEY })
  for (const widget of ['w-1', 'w', 'w'.repeat(64), 'w'.repeat(65), '', 'w%2D1', 'w+1', 'w 1'])
    for (const key of [KEY, KEY.slice(0, 20), KEY.slice(0, 19), 'k'.repeat(64), 'k'.repeat(65), `${KEY}\n`]) {
      same(`widget=${widget}&key=${key}`)
      same(`key=${key}&widget=${widget}`)
    }
  same(`widget=w-1&key=${KEY}&key=short`)
})
