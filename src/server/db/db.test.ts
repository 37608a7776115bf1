import { join } from 'node:path'

import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { makeFastFolder } from '../../../tests/support/fastFolder.ts'
import { systemClock } from '../../base/clock.ts'
import { silentLogger } from '../../base/logger.ts'
import { sql } from '../../base/sql.ts'
import { isDuplicate, numbered, storageFailureOf } from './dialect.ts'
import { anyOf, inPieces } from './lists.ts'
import { migrate, NewerDatabaseError } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './open.ts'
import type { Db } from './port.ts'
import { openSqlite } from './sqlite.ts'

const NOW = { now: () => 1_800_000_000_000 }

describeDatabases('the database', (databases) => {
  const withDb = async (test: (db: Db) => Promise<void>): Promise<void> => {
    const address = await databases.fresh()
    if (!address) return
    const db = await openDatabase(address, { clock: systemClock, log: silentLogger })
    try {
      await db.transaction(async (tx) => {
        await tx.run(
          sql`create table note (id integer not null primary key, text text not null, at bigint not null)`,
        )
      })
      await test(db)
    } finally {
      await db.close()
    }
  }
  const note = (id: number, text = '您好'): ReturnType<typeof sql> =>
    sql`insert into note (id, text, at) values (${id}, ${text}, ${1_800_000_000_123})`
  const idsOf = async (db: Db): Promise<number[]> =>
    (await db.all<{ id: number }>(sql`select id from note order by id`)).map(({ id }) => id)

  it('reads back what was written, numbers as numbers', async () => {
    await withDb(async (db) => {
      await db.transaction(async (tx) => {
        expect(await tx.run(note(1))).toBe(1)
        expect(await tx.run(sql`update note set text = ${'再见'} where id = ${1}`)).toBe(1)
        expect(await tx.get(sql`update note set at = at + 1 where id = 1 returning id, text, at`)).toEqual({
          id: 1,
          text: '再见',
          at: 1_800_000_000_124,
        })
      })
      expect(await db.get(sql`select count(*) as count from note`)).toEqual({ count: 1 })
      expect(await db.get(sql`select id from note where id = ${2}`)).toBeUndefined()
      expect(await db.alive()).toBe(true)
    })
  })

  it('keeps nothing of a transaction that fails, and goes on', async () => {
    await withDb(async (db) => {
      const failing = db.transaction(async (tx) => {
        await tx.run(note(1))
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      await db.transaction(async (tx) => {
        await tx.run(note(2))
      })
      expect(await idsOf(db)).toEqual([2])
    })
  })

  it('takes back a savepoint that fails or is not wanted, and keeps the rest', async () => {
    await withDb(async (db) => {
      await db.transaction(async (tx) => {
        await tx.run(note(1))
        const broken = tx.savepoint(async () => {
          await tx.run(note(2))
          await tx.run(note(1))
        })
        const error = await broken.catch((reason: unknown) => reason)
        expect(isDuplicate(error)).toBe(true)
        expect(storageFailureOf(error)).toBeNull()
        await tx.savepoint(
          async () => {
            await tx.run(note(3))
            await tx.savepoint(async () => {
              await tx.run(note(4))
            })
          },
          () => false,
        )
        await tx.savepoint(async () => {
          await tx.run(note(5))
        })
      })
      expect(await idsOf(db)).toEqual([1, 5])
    })
  })

  it('shows one moment to a snapshot, whatever is written meanwhile', async () => {
    await withDb(async (db) => {
      await db.snapshot(async (read) => {
        const count = async () =>
          (await read.get<{ count: number }>(sql`select count(*) as count from note`))?.count
        expect(await count()).toBe(0)
        await db.transaction(async (tx) => {
          await tx.run(note(1))
        })
        expect(await count()).toBe(0)
        expect(await idsOf(db)).toEqual([1])
      })
    })
  })

  it('shows what is committed and nothing of a transaction under way', async () => {
    await withDb(async (db) => {
      await db.transaction(async (tx) => {
        await tx.run(note(1))
        expect(await idsOf(db)).toEqual([])
        expect(await db.get(sql`select id from note where id = 1`)).toBeUndefined()
      })
      expect(await idsOf(db)).toEqual([1])
      await expect(
        db.transaction(async (tx) => {
          await tx.run(note(2))
          expect(await idsOf(db)).toEqual([1])
          throw new Error('no')
        }),
      ).rejects.toThrow('no')
      expect(await idsOf(db)).toEqual([1])
    })
  })

  it('runs transactions that are asked for at once without mixing them', async () => {
    await withDb(async (db) => {
      await Promise.all(
        Array.from({ length: 20 }, async (_, index) =>
          db.transaction(async (tx) => {
            await tx.run(note(index * 2))
            await new Promise((resolve) => setImmediate(resolve))
            await tx.run(note(index * 2 + 1))
          }),
        ),
      )
      expect(await idsOf(db)).toHaveLength(40)
    })
  })

  it('is brought up to date once, and is not touched when it is newer than the program', async () => {
    await withDb(async (db) => {
      await migrate(db, migrations, NOW)
      const applied = await db.all(sql`select number from schema_migrations`)
      expect(applied).toHaveLength(migrations.length)
      await db.transaction(async (tx) => {
        await tx.run(
          sql`insert into schema_migrations (number, name, applied_at) values (99, ${'future'}, 1)`,
        )
      })
      await expect(migrate(db, migrations, NOW)).rejects.toThrow(NewerDatabaseError)
    })
  })

  it('leaves the old schema when a step fails', async () => {
    await withDb(async (db) => {
      const broken = {
        number: 99,
        name: 'broken',
        statements: () => ['create table half (id integer)', 'create table note (id integer)'],
      }
      await expect(migrate(db, [...migrations, broken], NOW)).rejects.toThrow('already exists')
      await expect(Promise.resolve().then(() => db.get(sql`select id from half`))).rejects.toThrow('half')
      await migrate(db, migrations, NOW)
    })
  })

  it('keeps every table of an organisation under its key', async () => {
    await withDb(async (db) => {
      const text = migrations
        .flatMap(({ statements }) => statements(db.driver))
        .filter((statement) => statement.startsWith('create table'))
        // What the demonstration would have sent by mail is the machine's, and no organisation's.
        .filter((statement) => !statement.startsWith('create table local_outbox'))
      expect(text.length).toBeGreaterThan(25)
      for (const statement of text) {
        expect(statement).toMatch(/primary key \(organization_id,|organization_id text not null primary key/u)
      }
    })
  })
})

it('writes nothing in SQLite outside of a transaction, whichever connection reads', async () => {
  const db = openSqlite(join(makeFastFolder('foyer-reads-'), 'foyer.db'))
  try {
    await db.transaction(async (tx) => tx.run(sql`create table note (id integer not null primary key)`))
    expect(() => db.get(sql`insert into note (id) values (1) returning id`)).toThrow('readonly')
    expect(await db.all(sql`select id from note`)).toEqual([])
  } finally {
    await db.close()
  }
})

it('numbers the places of a statement for PostgreSQL', () => {
  expect(numbered('a = ? and b in (?, ?)')).toBe('a = $1 and b in ($2, $3)')
})

it('pads lists to a few lengths and cuts them into pieces', () => {
  expect(anyOf([1, 2, 3])).toEqual({ text: '?, ?, ?, ?', values: [1, 2, 3, 3] })
  expect(() => anyOf([])).toThrow('matches nothing')
  expect(inPieces([1, 2, 3], 2)).toEqual([[1, 2], [3]])
})

it('tells a database that cannot go on from a statement that is wrong', () => {
  const coded = (code: string): Error => Object.assign(new Error(code), { code })
  expect(storageFailureOf(coded('SQLITE_FULL'))).toBe('disk-full')
  expect(storageFailureOf(coded('53100'))).toBe('disk-full')
  expect(storageFailureOf(coded('SQLITE_IOERR_WRITE'))).toBe('storage')
  expect(storageFailureOf(coded('57P01'))).toBe('storage')
  expect(storageFailureOf(coded('SQLITE_CONSTRAINT_UNIQUE'))).toBeNull()
  expect(storageFailureOf(new Error('a bug'))).toBeNull()
})
