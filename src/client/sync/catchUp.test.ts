import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createCoreWorld } from '../../../tests/support/coreWorld.ts'
import { messageRow } from '../../../tests/support/modelRows.ts'
import { cacheMigrations, migrate } from '../store/migrations/index.ts'

const MISSED = 20_000
const CONVERSATIONS = 50
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-catch-up-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const perSecond = (since: number): number => Math.round(MISSED / ((performance.now() - since) / 1000))

/** The same rows with nothing around them, a thousand a transaction. */
const bareRate = async (world: ReturnType<typeof createCoreWorld>): Promise<number> => {
  const db = await world.databases.open('cache-bare')
  migrate(db, cacheMigrations.slice(0, 1))
  const since = performance.now()
  for (let at = 0; at < MISSED; at += 1000) {
    db.transaction(() => {
      for (let n = at; n < at + 1000; n += 1) {
        const { id, conversationId, seq, body, at: time } = messageRow(`c${n % CONVERSATIONS}`, n)
        db.run(
          'insert into messages (conversation_id, seq, id, sender_kind, body, at) values (?, ?, ?, ?, ?, ?)',
          [conversationId, seq, id, 'customer', JSON.stringify(body), time],
        )
      }
    })
  }
  const rate = perSecond(since)
  db.close()
  return rate
}

it('R-06-067 (its time is measured elsewhere) catches up on 20,000 missed messages, complete and in order', async () => {
  const world = createCoreWorld(folder)
  const { server } = world
  for (let n = 0; n < CONVERSATIONS; n += 1) server.open(`c${n}`)
  const client = await world.signedIn()
  server.reachable = false
  server.cut()
  for (let n = 0; n < MISSED; n += 1)
    server.say(`c${n % CONVERSATIONS}`, `第 ${n} 条消息，内容大约这么长，说的是订单和退款`)
  server.reachable = true
  const since = performance.now()
  world.wake()
  while ((await client.query('connection.status', {})).state !== 'connected') await world.pass(10)
  const rate = perSecond(since)
  const rows = await client.query('conversations.list', { filter: 'all' })
  expect(rows.reduce((sum, { unread }) => sum + unread, 0)).toBe(MISSED)
  const { messages } = await client.query('thread.messages', {
    conversationId: rows[0]?.id ?? ('' as never),
    limit: 1000,
  })
  expect(messages.map(({ seq }) => seq)).toEqual(
    Array.from({ length: MISSED / CONVERSATIONS }, (_, n) => n + 1),
  )
  await client.stop()
  const bare = await bareRate(world)
  process.stdout.write(
    `catch-up ${rate} messages/s, bare insert ${bare}/s, ratio ${(rate / bare).toFixed(2)}\n`,
  )
})
