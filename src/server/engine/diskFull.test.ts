import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, it } from 'vitest'

import { openReception, ORGANIZATION } from '../../../tests/support/reception.ts'
import { createIds } from '../../base/ids.ts'
import { silentLogger } from '../../base/logger.ts'
import { ok } from '../../base/result.ts'
import { sql } from '../../base/sql.ts'
import type { Transaction } from '../db/port.ts'
import { createDirectories } from './directory.ts'
import { createLane } from './lane.ts'
import type { CommandOutcome } from './types.ts'

let folder = ''
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('a full disk answers every command of the batch honestly, keeps nothing of it, and the next batch works', async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-full-'))
  const reception = await openReception({ address: { file: join(folder, 'foyer.db') } })
  const { db, clock } = reception
  const lane = createLane({
    db,
    directories: createDirectories(),
    ids: createIds(clock),
    log: silentLogger,
    committed: () => undefined,
  })
  const push = async (work: (tx: Transaction) => Promise<void>): Promise<CommandOutcome> =>
    new Promise((answer) => {
      lane.push({
        organizationId: ORGANIZATION,
        name: 'test',
        answer,
        work: async ({ tx }) => {
          await work(tx)
          return ok({})
        },
      })
    })
  const pages = async (tx: Transaction): Promise<number> =>
    (await tx.get<{ page_count: number }>(sql`pragma page_count`))?.page_count ?? 0
  const note = sql`update organizations set name = ${'改过'}`

  const outcomes = await Promise.all([
    push(async (tx) => {
      await tx.run(note)
    }),
    push(async (tx) => {
      // SQLite's own way to a full disk: a file that may not grow.
      await tx.get({ text: `pragma max_page_count = ${await pages(tx)}`, values: [] })
      await tx.run(sql`create table big (text text)`)
      for (let n = 0; n < 100; n += 1)
        await tx.run(sql`insert into big (text) values (${'x'.repeat(10_000)})`)
    }),
    push(async (tx) => {
      await tx.run(note)
    }),
  ])
  expect(outcomes).toEqual(
    Array.from({ length: 3 }, () => ({ ok: false, code: 'unavailable', details: { cause: 'disk-full' } })),
  )
  expect(await db.get(sql`select name from organizations`)).toEqual({ name: '栖木' })

  const after = await push(async (tx) => {
    await tx.get(sql`pragma max_page_count = 1000000`)
    await tx.run(note)
  })
  expect(after.ok).toBe(true)
  expect(await db.get(sql`select name from organizations`)).toEqual({ name: '改过' })
  await reception.close()
})
