import { expect, it } from 'vitest'

import { systemClock } from '../../../base/clock.ts'
import { createDatabases } from '../../../main/clientHost/databases.ts'
import { messageSettings } from './cache/0016-message-settings.ts'
import { cacheMigrations, migrate, ownMigrations, type Migration } from './index.ts'
import { voice } from './own/0006-voice.ts'

const open = () => createDatabases('/nowhere', systemClock).openMemory()
const version = async (migrations: readonly Migration[]): Promise<unknown> => {
  const driver = await open()
  migrate(driver, migrations)
  return driver.get('pragma user_version')
}

it.each([
  ['own', ownMigrations],
  ['cache', cacheMigrations],
])('brings an empty %s database to the newest schema, once', async (_, migrations) => {
  const driver = await open()
  expect(migrate(driver, migrations)).toBe('ready')
  expect(migrate(driver, migrations)).toBe('ready')
  expect(await version(migrations)).toEqual({ user_version: migrations.length })
})

it('a step that fails leaves the schema before it', async () => {
  const driver = await open()
  const broken: Migration = { name: '0002-broken', text: 'create table half (x); create table own0 (' }
  expect(() => migrate(driver, [...ownMigrations, broken])).toThrow('incomplete')
  expect(driver.get('pragma user_version')).toEqual({ user_version: ownMigrations.length })
  expect(driver.all("select 1 from sqlite_schema where name = 'half'")).toEqual([])
  expect(migrate(driver, ownMigrations)).toBe('ready')
})

it('does not touch what a newer program wrote', async () => {
  const driver = await open()
  driver.exec('create table future (x); pragma user_version = 99')
  expect(migrate(driver, ownMigrations)).toBe('newer')
  expect(driver.all("select name from sqlite_schema where type = 'table'")).toEqual([{ name: 'future' }])
})

it('what waited before voices could be recorded is none', async () => {
  const driver = await open()
  migrate(driver, ownMigrations.slice(0, ownMigrations.indexOf(voice)))
  driver.exec(`insert into outbox (id, agent_id, conversation_id, kind, text, mime, bytes, stored, state, created_at, expires_at)
    values ('m1', 'a1', 'c1', 'file', 'plan.pdf', 'application/pdf', 7, 0, 'queued', 1, 2)`)
  expect(migrate(driver, ownMigrations)).toBe('ready')
  expect(driver.all('select id, text, seconds from outbox')).toEqual([
    { id: 'm1', text: 'plan.pdf', seconds: null },
  ])
})

it('groups that were in the list before they could be silenced alert as usual', async () => {
  const driver = await open()
  migrate(driver, cacheMigrations.slice(0, cacheMigrations.indexOf(messageSettings)))
  driver.exec(`insert into list_entries (conversation_id, read_seq, pinned, added_at) values ('c1', 3, 1, 5)`)
  expect(migrate(driver, cacheMigrations)).toBe('ready')
  expect(driver.all('select conversation_id, read_seq, message_setting from list_entries')).toEqual([
    { conversation_id: 'c1', read_seq: 3, message_setting: null },
  ])
})
