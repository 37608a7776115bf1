import { expect, it } from 'vitest'

import { seedRush, type Rush } from '../../../bench/lib/seedRush.ts'
import { createIds } from '../../../src/base/ids.ts'
import { silentLogger } from '../../../src/base/logger.ts'
import type { Sql } from '../../../src/base/sql.ts'
import type { MessageId, OrganizationId } from '../../../src/protocol/model/index.ts'
import { openDatabase } from '../../../src/server/db/open.ts'
import type { Db, Transaction } from '../../../src/server/db/port.ts'
import { createEngine } from '../../../src/server/engine/createEngine.ts'
import { createTestClock } from '../../support/clock.ts'
import { makeFastFolder } from '../../support/fastFolder.ts'
import { newSqlite } from '../../support/sqlite.ts'

const ORGANIZATION = 'bench' as OrganizationId

interface Cost {
  statements: number
  rows: number
}

/** Counts what passes through transactions. */
const counting = (db: Db, cost: Cost): Db => {
  const counted = (tx: Transaction): Transaction => ({
    driver: tx.driver,
    get writes() {
      return tx.writes
    },
    all: async <Row>(query: Sql) => {
      const rows = await tx.all<Row>(query)
      cost.statements += 1
      cost.rows += rows.length
      return rows
    },
    get: async <Row>(query: Sql) => {
      cost.statements += 1
      return tx.get<Row>(query)
    },
    run: async (query) => {
      cost.statements += 1
      return tx.run(query)
    },
    savepoint: async (work, keep) => tx.savepoint(work, keep),
  })
  return { ...db, transaction: async (work) => db.transaction(async (tx) => work(counted(tx))) }
}

/** What the first message of a customer costs, of one who is received and one who has to wait. */
const arrivalsIn = async (rush: Rush): Promise<Cost[]> => {
  const clock = createTestClock()
  const file = newSqlite(makeFastFolder('foyer-arrivals-'), 'rush.db')
  const db = await openDatabase(file, { clock, log: silentLogger })
  const cost: Cost = { statements: 0, rows: 0 }
  const ids = createIds(clock)
  const files = { linkTo: () => ({ url: '', expiresAt: 0 }), isKept: async () => true }
  try {
    const seeded = await seedRush(db, rush, clock.now())
    const engine = createEngine({
      db: counting(db, cost),
      clock,
      ids,
      log: silentLogger,
      search: null,
      files,
    })
    for (const { agentId } of seeded.agents)
      await engine.runInternal(ORGANIZATION, 'agent.connected', { agentId, device: 'computer' })
    const costs: Cost[] = []
    for (const widgetId of seeded.widgetIds.slice(0, 2)) {
      const opened = await engine.runInternal(ORGANIZATION, 'identity.open', {
        widgetId,
        keyHash: widgetId,
        source: { kind: 'direct', host: '', words: '', campaign: {} },
        language: 'zh-CN',
      })
      if (!opened.ok) throw new Error('nobody could come')
      const { identityId, customerId, conversationId } = opened.value
      const id = ids.next() as MessageId
      Object.assign(cost, { statements: 0, rows: 0 })
      const answer = await engine.run({
        principal: {
          kind: 'customer',
          organizationId: ORGANIZATION,
          identityId,
          customerId,
          conversationId,
          widgetId,
        },
        id,
        name: 'customer.write',
        args: { id, body: { kind: 'text', text: '在吗' } },
      })
      if (!answer.ok) throw new Error(`refused: ${answer.code}`)
      costs.push({ ...cost })
    }
    await engine.stop()
    return costs
  } finally {
    await db.close()
  }
}

it('who receives is decided with the same statements and rows, however many agents there are and however many wait', async () => {
  const few = await arrivalsIn({ agents: 20, groups: 2, waiting: 10 })
  const many = await arrivalsIn({ agents: 200, groups: 20, waiting: 500 })
  expect(many).toEqual(few)
  expect(Math.max(...many.map(({ statements }) => statements))).toBeLessThan(50)
})
