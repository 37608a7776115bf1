import { expect, it } from 'vitest'

import { systemClock } from '../../../base/clock.ts'
import { createDatabases } from '../../../main/clientHost/databases.ts'
import { cacheMigrations, migrate, ownMigrations, type Migration } from './index.ts'

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
