import { expect, it } from 'vitest'

import { describeSqlite } from '../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../tests/support/reception.ts'
import { silentLogger } from '../../base/logger.ts'
import { logPositionOf, saveCounters } from '../db/organizations.ts'
import { createHistoryMarks } from './historyMarks.ts'

describeSqlite('an older database that is put back', (databases) => {
  it('P30 begins another history at the start, and only then', async () => {
    await receptionsOf(databases)({}, async ({ db, engine, clock, customer, write, commits }) => {
      let kept: unknown
      const folder = {
        readMarks: async () => kept,
        writeMarks: async (marks: unknown) => {
          kept = marks
        },
      }
      const run = async (): Promise<string | undefined> => {
        const marks = createHistoryMarks({ db, engine, folder, clock, log: silentLogger })
        await marks.start()
        await marks.stop()
        return (await logPositionOf(db, ORGANIZATION))?.epoch
      }
      await write(await customer('小李'), '在吗')
      const first = await run()
      expect(await run()).toBe(first)
      const { revision = 0 } = (await logPositionOf(db, ORGANIZATION)) ?? {}
      await db.transaction(async (tx) =>
        saveCounters(tx, ORGANIZATION, { revision: revision - 1, config_revision: 0 }),
      )
      const second = await run()
      expect(second).not.toBe(first)
      expect(commits.at(-1)?.signals).toEqual([{ kind: 'history-renewed' }])
      expect(await run()).toBe(second)
    })
  })
})
