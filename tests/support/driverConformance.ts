/**
 * What every SQLite driver has to do alike.
 *
 * Plain functions that throw, because one of the drivers only runs inside a worker, where no test runner is.
 */
import { DatabaseError, type SqliteDriver } from '../../src/client/ports/index.ts'

const same = (actual: unknown, expected: unknown): void => {
  const [a, b] = [JSON.stringify(actual) ?? 'undefined', JSON.stringify(expected) ?? 'undefined']
  if (a !== b) throw new Error(`expected ${b}, got ${a}`)
}

const refused = (body: () => unknown): unknown => {
  try {
    body()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const refusedWith = (body: () => unknown, text: string): void => {
  const message = messageOf(refused(body))
  if (!message.includes(text)) throw new Error(`expected an error with "${text}", got "${message}"`)
}

const fill = (db: SqliteDriver): void => {
  db.exec('drop table if exists owned; drop table if exists thing; drop table if exists words')
  db.exec('create table thing (id integer primary key, name text not null, bytes blob, share real) strict')
  for (const name of ['一', 'two', '三']) db.run('insert into thing (name) values (?)', [name])
}

const names = (db: SqliteDriver): string[] =>
  db.all<{ name: string }>('select name from thing order by id').map((row) => row.name)

const CASES: Readonly<Record<string, (db: SqliteDriver) => void>> = {
  'reads what it wrote, of every kind of value': (db) => {
    db.run('update thing set bytes = ?, share = ? where id = ?', [new Uint8Array([0, 1, 255]), 0.5, 1])
    const row = db.get<{ bytes: Uint8Array }>('select * from thing where id = 1')
    same(row && { ...row, bytes: Array.from(row.bytes) }, {
      id: 1,
      name: '一',
      bytes: [0, 1, 255],
      share: 0.5,
    })
    same(db.get('select ? as at', [1_797_000_000_123]), { at: 1_797_000_000_123 })
    same(db.get('select ? as empty', [null]), { empty: null })
    same(db.get('select * from thing where id = 99'), undefined)
  },
  'counts what it changed, and returns rows of a writing statement': (db) => {
    same(db.run('update thing set share = 1').changes, 3)
    same(db.run('update thing set share = 1 where id > 9').changes, 0)
    same(db.run('delete from thing where id = 1 returning id').changes, 1)
    same(db.run('delete from thing where id = 1 returning id').changes, 0)
    same(db.get("update thing set name = 'x' where id = 2 returning id, name"), { id: 2, name: 'x' })
    same(db.all('delete from thing'), [])
  },
  'undoes a failed transaction, and of a nested one only its part': (db) => {
    const undone = (): unknown =>
      db.transaction(() => {
        db.run('delete from thing')
        throw new Error('undone')
      })
    refusedWith(undone, 'undone')
    same(names(db), ['一', 'two', '三'])
    db.transaction(() => {
      db.run('delete from thing where id = 1')
      refusedWith(undone, 'undone')
    })
    same(names(db), ['two', '三'])
    same(
      db.transaction(() => db.transaction(() => 7)),
      7,
    )
  },
  'works on after a commit that was refused': (db) => {
    db.exec('create table owned (thing integer references thing (id) deferrable initially deferred) strict')
    refusedWith(() => db.transaction(() => db.run('insert into owned values (99)')), 'FOREIGN KEY')
    same(
      db.transaction(() => db.run('insert into owned values (1)').changes),
      1,
    )
  },
  'keeps statements apart when one is used inside the other': (db) => {
    const found = db
      .all<{ id: number }>('select id from thing order by id')
      .map(({ id }) => db.get<{ name: string }>('select name from thing where id = ?', [id])?.name)
    same(found, ['一', 'two', '三'])
  },
  'goes on when more statements were used than it keeps': (db) => {
    for (let n = 0; n < 1000; n += 1) same(db.get(`select ${n} as n`), { n })
    same(names(db).length, 3)
  },
  'tells a full database from a bug, and recovers': (db) => {
    refusedWith(() => db.run('insert into thing (name) values (null)'), 'NOT NULL')
    refusedWith(() => db.run('insert into nowhere values (1)'), 'no such table')
    const pages = db.get<{ page_count: number }>('pragma page_count')?.page_count ?? 0
    db.exec(`pragma max_page_count = ${pages + 4}`)
    const overfill = (): unknown =>
      db.transaction(() => {
        db.run("update thing set name = 'changed'")
        for (let n = 0; n < 100; n += 1) {
          db.run("insert into thing (name, bytes) values ('n', zeroblob(4000))")
        }
        return null
      })
    const error = refused(overfill)
    same(error instanceof DatabaseError && error.code, 'full')
    same(names(db), ['一', 'two', '三'])
    db.exec('pragma max_page_count = 1000000')
    same(
      db.transaction(() => db.run("update thing set name = 'changed'").changes),
      3,
    )
  },
  'has the text search the core needs': (db) => {
    db.exec("create virtual table words using fts5 (terms, content = '', contentless_delete = 1)")
    db.run("insert into words (rowid, terms) values (7, '退款 款 order')")
    const find = "select rowid as id from words where words match 'order'"
    same(db.all(find), [{ id: 7 }])
    db.run('delete from words where rowid = 7')
    same(db.all(find), [])
  },
}

export const driverCaseNames: readonly string[] = Object.keys(CASES)

/** Runs one case over an open database; throws when the driver does otherwise. */
export const runDriverCase = (name: string, db: SqliteDriver): void => {
  fill(db)
  CASES[name]?.(db)
}
