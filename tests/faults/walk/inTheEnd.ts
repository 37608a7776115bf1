/** What must be true of the database when a walk is over. */
import { sql } from '../../../src/base/sql.ts'
import { agentsOf } from '../../../src/server/db/agents.ts'
import { findOrganization } from '../../../src/server/db/organizations.ts'
import type { Db } from '../../../src/server/db/port.ts'
import { follow, problemsAtRest } from '../../model/atRest.ts'
import { createReference } from '../../model/reference.ts'
import { ORGANIZATION } from '../../support/reception.ts'

/** Nothing in the database contradicts the log, and all that was written is there once. */
export const problemsInTheEnd = async (db: Db, written: readonly string[]): Promise<string[]> => {
  const organization = await findOrganization(db, ORGANIZATION)
  if (!organization) throw new Error('no organisation')
  const reference = createReference({ organization, agents: await agentsOf(db, ORGANIZATION) })
  await follow(db, reference, 0)
  const problems = [...reference.problems, ...(await problemsAtRest(db, reference))]
  for (const text of written) {
    const rows = await db.all(sql`select id from messages where body like ${`%"${text}"%`}`)
    if (rows.length !== 1) problems.push(`${text} is there ${rows.length} times`)
  }
  return problems
}
