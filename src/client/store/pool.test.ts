import { expect, it } from 'vitest'

import { poolEntryRow } from '../../../tests/support/modelRows.ts'
import { silentLogger } from '../../base/logger.ts'
import { openSqlite } from '../../main/clientHost/sqliteDriver.ts'
import type { AgentId, GroupId, PoolEntry } from '../../protocol/model/index.ts'
import type { PoolFilter } from '../api.ts'
import { pragmasOf } from '../host/sqlite.ts'
import { cacheMigrations, migrate } from './migrations/index.ts'
import { countPart, listPool, poolSources, savePoolEntry } from './pool.ts'
import { createStore } from './store.ts'

const ANNA = 'anna' as AgentId
const EVERYBODY: PoolFilter = { source: null, groupId: null, ownerId: null }
const inGroup = (groupId: string): Pick<PoolEntry, 'target'> => ({
  target: { kind: 'group', groupId: groupId as GroupId },
})

const open = () => {
  const cache = openSqlite(':memory:', pragmasOf('memory'))
  migrate(cache, cacheMigrations)
  const store = createStore(silentLogger)
  store.use({ own: openSqlite(':memory:', pragmasOf('memory')), cache })
  store.write(({ cache: db }) => {
    savePoolEntry(db, poolEntryRow('a', { source: 'Baidu', waitingSince: 1, ...inGroup('sales') }))
    savePoolEntry(db, poolEntryRow('b', { ownerId: ANNA, waitingSince: 2, ...inGroup('sales') }))
    savePoolEntry(
      db,
      poolEntryRow('c', { source: 'Baidu', ownerId: ANNA, waitingSince: 3, ...inGroup('returns') }),
    )
  })
  return store
}

it('R-02-115 the pool can be narrowed to a source, a group and an owner, all at once, in its order', () => {
  const { cache } = open()
  const found = (narrowed: Partial<PoolFilter>, filter: 'all' | 'mine' = 'all'): string => {
    const part = { agentId: ANNA, filter, narrowed: { ...EVERYBODY, ...narrowed } }
    const ids = listPool(cache, part, 'longest', -1).map(({ sessionId }) => sessionId)
    expect(countPart(cache, part)).toBe(ids.length)
    return ids.join('')
  }
  expect(found({})).toBe('abc')
  expect(found({ source: 'Baidu' })).toBe('ac')
  expect(found({ source: '' })).toBe('b')
  expect(found({ groupId: 'sales' as GroupId })).toBe('ab')
  expect(found({ ownerId: 'nobody' })).toBe('a')
  expect(found({ source: 'Baidu', ownerId: ANNA })).toBe('c')
  expect(found({}, 'mine')).toBe('bc')
  expect(poolSources(cache)).toEqual(['', 'Baidu'])
})

it('reads the beginning of the pool from either end', () => {
  const { cache } = open()
  const part = { agentId: ANNA, filter: 'all', narrowed: EVERYBODY } as const
  const firstTwo = (sort: 'longest' | 'newest') =>
    listPool(cache, part, sort, 2).map(({ sessionId }) => sessionId as string)
  expect(firstTwo('longest')).toEqual(['a', 'b'])
  expect(firstTwo('newest')).toEqual(['c', 'b'])
})
