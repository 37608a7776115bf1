import { expect, it } from 'vitest'

import { silentLogger } from '../../base/logger.ts'
import { sql } from '../../base/sql.ts'
import { openSqlite } from '../../main/clientHost/sqliteDriver.ts'
import { pragmasOf } from '../host/sqlite.ts'
import { cacheMigrations, migrate, ownMigrations } from './migrations/index.ts'
import { createStore } from './store.ts'
import { createVocabulary, metWords, NOTHING_LEFT, saveWords, type MetWords } from './vocabulary.ts'

const open = () => {
  const cache = openSqlite(':memory:', pragmasOf('memory'))
  const own = openSqlite(':memory:', pragmasOf('memory'))
  migrate(cache, cacheMigrations)
  migrate(own, ownMigrations)
  const store = createStore(silentLogger)
  store.use({ own, cache })
  const vocabulary = createVocabulary(store.cache, 'messages')
  const learn = (met: MetWords): void => {
    store.write(({ cache: db }) => saveWords(db, 'messages', met, vocabulary))
    vocabulary.learn(met)
  }
  return { store, vocabulary, learn }
}

it('names the words met last, and how new those left out may be', () => {
  const { store, vocabulary, learn } = open()
  const met = metWords()
  met.add(['order', 'border'], 100_000)
  met.add(['disorder'], 200_000)
  met.add(['order'], 300_000)
  met.add(['else'], 400_000)
  learn(met)
  expect(vocabulary.wordsWith('order', 2)).toEqual({ words: ['order', 'disorder'], rest: 100_000 })
  expect(vocabulary.wordsWith('order', 3).rest).toBe(NOTHING_LEFT)
  expect(vocabulary.wordsWith('zz', 3)).toEqual({ words: [], rest: NOTHING_LEFT })
  const again = createVocabulary(store.cache, 'messages')
  expect(again.wordsWith('order', 2).words.toSorted()).toEqual(['disorder', 'order'])
  expect(again.wordsWith('order', 2).rest).toBeGreaterThanOrEqual(100_000)
})

it('what is written is never older than the newest document', () => {
  const { store, vocabulary, learn } = open()
  for (const document of [5, 20_000, 7, 20_001, 90_000]) {
    const met = metWords()
    met.add(['word'], document)
    learn(met)
    const written = store.cache.get<{ newest: number }>(sql`select newest from search_words`)?.newest
    expect(written).toBeGreaterThanOrEqual(vocabulary.newestOf('word') ?? Number.NaN)
  }
  expect(vocabulary.newestOf('word')).toBe(90_000)
})

it('words of a cache from before learn the newest document from the index', () => {
  const driver = openSqlite(':memory:', pragmasOf('memory'))
  migrate(driver, cacheMigrations.slice(0, 2))
  driver.exec(`
    insert into message_terms (rowid, terms) values (7, 'order paid'), (9, 'order');
    insert into customer_terms (rowid, terms) values (3, 'paid');
    insert into search_words (word) values ('order'), ('paid'), ('gone');
    update search_position set key = 2;`)
  migrate(driver, cacheMigrations)
  const newest = (table: string) =>
    driver.all<{ word: string; newest: number }>(`select word, newest from ${table} order by newest, word`)
  expect(newest('search_words').filter(({ newest: n }) => n > 0)).toEqual([
    { word: 'paid', newest: 7 },
    { word: 'order', newest: 9 },
  ])
  expect(newest('customer_words')).toEqual([{ word: 'paid', newest: 3 }])
  // Letters in words with digits were not kept among the words: they are still found.
  const store = createStore(silentLogger)
  store.use({ own: driver, cache: driver })
  expect(createVocabulary(store.cache, 'messages').wordsWith('sf', 5).words).toHaveLength(1)
})
