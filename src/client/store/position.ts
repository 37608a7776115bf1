import { sql } from '../../base/sql.ts'
import type { Me } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

/** Where in the server's log this cache stands. */
export interface Position {
  readonly epoch: string
  readonly revision: number
}

/** Null before the first complete load: then everything has to be sent. */
export const readPosition = (db: ReadDb): Position | null => {
  const row = db.get<{ epoch: string; revision: number | null }>(sql`select epoch, revision from position`)
  return row && row.revision !== null ? { epoch: row.epoch, revision: row.revision } : null
}

/** Who the server said this is; known without network after the first contact. */
export const readMe = (db: ReadDb): Me | null => {
  const row = db.get<{ me: string | null }>(sql`select me from position`)
  return row?.me ? parseStored<Me>(row.me) : null
}

export const saveMe = (db: WriteDb, epoch: string, me: Me): void => {
  db.run(sql`
    insert into position (id, epoch, revision, generation, me) values (1, ${epoch}, null, 0, ${JSON.stringify(me)})
    on conflict (id) do update set me = excluded.me`)
  db.touch('account')
}

/** Moves on in the log; never back. */
export const advancePosition = (db: WriteDb, revision: number): void => {
  db.run(sql`update position set revision = ${revision} where revision < ${revision}`)
}

/** Begins a complete load: until it is finished a break means beginning again. */
export const beginLoad = (db: WriteDb, epoch: string): void => {
  db.run(sql`
    insert into position (id, epoch, revision, generation, me) values (1, ${epoch}, null, 1, null)
    on conflict (id) do update set epoch = excluded.epoch, revision = null, generation = generation + 1`)
}

export const finishLoad = (db: WriteDb, revision: number): void => {
  db.run(sql`update position set revision = ${revision}`)
}
