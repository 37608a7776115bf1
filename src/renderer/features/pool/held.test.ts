import { expect, it } from 'vitest'

import type { PoolPage } from '../../../client/api.ts'
import type { PoolEntry } from '../../../protocol/model/index.ts'
import { heldPool } from './held.ts'

/** Each letter is somebody who waits since its place in the alphabet. */
const page = (letters: string, total = letters.length): PoolPage => ({
  entries: [...letters].map(
    (letter) => ({ sessionId: letter, waitingSince: letter.codePointAt(0) ?? 0 }) as PoolEntry,
  ),
  total,
})
const shown = (latest: PoolPage, held: PoolPage, sort: 'longest' | 'newest' = 'longest') => {
  const { entries, gone, fresh } = heldPool(latest, held, sort)
  return [entries.map(({ sessionId }) => sessionId).join(''), [...gone].join(''), fresh]
}

it('R-02-117 an update moves no row while the pool is held; new ones are counted and taken ones marked', () => {
  expect(shown(page('acd'), page('ab'))).toEqual(['ab', 'b', 2])
})

it('lets what lies behind a held beginning follow it, and counts what would come before its end', () => {
  expect(shown(page('acdef', 9), page('bde', 9))).toEqual(['bdef', 'b', 2])
  expect(shown(page('zyx', 9), page('yxw', 9), 'newest')).toEqual(['yxw', '', 1])
})

it('holds nothing where nobody was shown, as when the panel opens under the pointer', () => {
  expect(shown(page('ab'), page(''))).toEqual(['ab', '', 0])
})
