import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { readLog } from '../../../tests/support/readLog.ts'
import { ORGANIZATION, receptionsOf } from '../../../tests/support/reception.ts'
import { silentLogger } from '../../base/logger.ts'
import { logPositionOf } from '../db/organizations.ts'
import { createRetentionService } from './retention.ts'

const DAY = 24 * 60 * 60_000

describeDatabases('retention', (databases) => {
  const withReception = receptionsOf(databases)

  it('forgets what is older than thirty days and keeps the rest and the numbering', async () => {
    await withReception({}, async ({ db, clock, arrive, customer, write, done, agent }) => {
      await arrive(1)
      const visitor = await customer('旧客')
      await write(visitor, '很久以前')
      await done(agent(1), 'presence.set', { presence: 'busy' })
      const old = await logPositionOf(db, ORGANIZATION)
      clock.advance(31 * DAY)
      await write(visitor, '现在')
      const service = createRetentionService({ db, clock, log: silentLogger })
      await service.start()
      await service.stop()
      expect((await readLog(db, ORGANIZATION, 0, 1))[0]?.revision).toBe((old?.revision ?? 0) + 1)
      const answers = await db.all({ text: 'select command_id from command_results', values: [] })
      expect(answers).toEqual([])
      expect((await write(visitor, '还在吗')).seq).toBeGreaterThan(3)
    })
  })
})
