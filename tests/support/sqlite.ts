import { copyFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The address of a database without rows. It is a copy of `FOYER_TEST_SQLITE_TEMPLATE` where that is set, so that each need
 * not build the schema anew; else there is no file yet.
 */
export const newSqlite = (folder: string, name = 'foyer.db'): { readonly file: string } => {
  const file = join(folder, name)
  const template = process.env.FOYER_TEST_SQLITE_TEMPLATE
  if (template) copyFileSync(template, file)
  return { file }
}
