import { expect, it } from 'vitest'

import { silentLogger } from '../../base/logger.ts'
import { openSqlite } from '../../main/clientHost/sqliteDriver.ts'
import type { CustomerId } from '../../protocol/model/index.ts'
import { pragmasOf } from '../host/sqlite.ts'
import { removeOrphanedCustomer } from './customers.ts'
import { keepAnswer, readAnswer } from './keptAnswers.ts'
import { cacheMigrations, migrate } from './migrations/index.ts'
import { createStore } from './store.ts'

it('keeps the last answer about a customer until one of their threads is lost', () => {
  const cache = openSqlite(':memory:', pragmasOf('memory'))
  migrate(cache, cacheMigrations)
  const store = createStore(silentLogger)
  store.use({ own: openSqlite(':memory:', pragmasOf('memory')), cache })
  const li = 'li' as CustomerId
  store.write(({ cache: db }) => {
    keepAnswer(db, li, 'timeline', { items: [1] }, 1)
    keepAnswer(db, li, 'timeline', { items: [1, 2] }, 2)
    keepAnswer(db, 'wang' as CustomerId, 'timeline', { items: [] }, 3)
  })
  expect(readAnswer(store.cache, li, 'timeline')).toEqual({ value: { items: [1, 2] }, at: 2 })
  expect(readAnswer(store.cache, li, 'records')).toBeNull()
  store.write(({ cache: db }) => {
    removeOrphanedCustomer(db, li)
  })
  expect(readAnswer(store.cache, li, 'timeline')).toBeNull()
  expect(readAnswer(store.cache, 'wang' as CustomerId, 'timeline')?.at).toBe(3)
})
