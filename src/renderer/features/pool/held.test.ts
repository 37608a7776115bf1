import { expect, it } from 'vitest'

import type { PoolEntry } from '../../../protocol/model/index.ts'
import { heldPool } from './held.ts'

const entry = (sessionId: string): PoolEntry => ({ sessionId }) as PoolEntry

it('R-02-117 an update moves no row while the pool is held; new ones are counted and taken ones marked', () => {
  const { entries, gone, fresh } = heldPool([entry('c'), entry('a'), entry('d')], [entry('a'), entry('b')])
  expect(entries.map(({ sessionId }) => sessionId)).toEqual(['a', 'b'])
  expect([...gone]).toEqual(['b'])
  expect(fresh).toBe(2)
})
