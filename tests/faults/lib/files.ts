/** The local files of the faults' agents: encrypted, as on the desktop. */
import { join } from 'node:path'

import { systemClock } from '../../../src/base/clock.ts'
import type { Databases, SqliteDriver } from '../../../src/client/ports/index.ts'
import { createDatabases } from '../../../src/main/clientHost/databases.ts'
import { encryptedWith, keyOfDatabase } from '../../../src/main/clientHost/encryptedFiles.ts'
import { openSqlite } from '../../../src/main/clientHost/sqliteDriver.ts'

const SECRET = new Uint8Array(32).fill(7)

export const databasesOf = (folder: string): Databases =>
  createDatabases(folder, systemClock, encryptedWith(SECRET))

/** A look into a file past the program, which must have ended. */
export const openFile = (folder: string, name: string): SqliteDriver => {
  const file = join(folder, `${name}.db`)
  return openSqlite(file, '', keyOfDatabase(SECRET, name, file))
}
