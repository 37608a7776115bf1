import { sql } from '../../base/sql.ts'
import type { Scope } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** The log up to each revision is contained in the rows of the scope. */
export const readScopes = (db: ReadDb): Map<Scope, number> =>
  new Map(
    db
      .all<{ scope: Scope; revision: number }>(sql`select scope, revision from scopes`)
      .map(({ scope, revision }) => [scope, revision]),
  )

/** Its rows are in place; they belong to the present complete load, or the last one. */
export const saveScope = (db: WriteDb, scope: Scope, revision: number): void => {
  db.run(sql`
    insert or replace into scopes (scope, revision, generation)
    select ${scope}, ${revision}, generation from position`)
}

export const removeScope = (db: WriteDb, scope: Scope): void => {
  db.run(sql`delete from scopes where scope = ${scope}`)
}

/** Scopes that the present complete load did not bring: they are not followed any more. */
export const staleScopes = (db: ReadDb): Scope[] =>
  db
    .all<{ scope: Scope }>(sql`select scope from scopes where generation < (select generation from position)`)
    .map(({ scope }) => scope)
