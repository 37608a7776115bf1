/** What a device keeps of what the server has, and how it stays within its limits. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ConversationId } from '../../../src/protocol/model/index.ts'
import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { widgetOf } from '../../support/worldRows.ts'

const YEAR_MS = 366 * 24 * 3_600_000
/** Longer than until it is tidied for the first time. */
const TIDIED_MS = 90_000
const SOON_MS = 3000

let world: World
let agent: WorldCore
let customer: CustomerPrincipal
let conversationId: ConversationId

const done = async <T>(work: Promise<T>): Promise<T> => {
  await world.pass(1000)
  return work
}
const cached = (): readonly { seq: number }[] =>
  agent.cache().all(`select seq from messages where conversation_id = '${conversationId}' order by seq`)
const found = async (text: string): Promise<number> =>
  (await agent.client.query('search.local', { text, limit: 5 })).messages.length
const usage = async () => agent.client.query('storage.usage', {})
const isKept = async (fileId: string): Promise<boolean> =>
  (await agent.client.query('media.get', { fileId })).file !== null
/** Makes the message of this number one with a picture, as far as this device knows. */
const picture = (seq: number, fileId: string): void => {
  const body = JSON.stringify({ kind: 'image', fileId, name: 'p.png', mime: 'image/png', bytes: 100 })
  agent
    .cache()
    .run('update messages set body = ? where seq = ? and conversation_id = ?', [body, seq, conversationId])
}
const keep = async (fileId: string) =>
  done(
    agent.client.run('media.keep', {
      fileId,
      file: new Blob([new Uint8Array(100)], { type: 'image/png' }),
    }),
  )

beforeAll(async () => {
  world = await createWorld()
  agent = await world.core(1)
  customer = await world.customer('小李', widgetOf(agent.agentId))
  conversationId = customer.conversationId
  for (let count = 0; count < 150; count += 1) await world.write(customer, `第 ${count} 句 k${count}z`)
  await world.pass()
})
afterAll(async () => {
  await world.dispose()
})

it('R-06-176 text that is older than a year leaves the device and its search in idle time, the newest of each conversation stay, and the rest is fetched when somebody goes back', async () => {
  expect(await agent.client.query('cache-limits.get', {})).toEqual({
    mediaBytes: 10 * 1024 ** 3,
    textDays: 365,
  })
  const before = cached()
  expect(before.length).toBeGreaterThanOrEqual(150)
  expect(await found('k7z')).toBe(1)
  agent
    .cache()
    .run('update messages set at = at - ? where conversation_id = ? and seq <= 130', [
      YEAR_MS,
      conversationId,
    ])
  await agent.client.run('draft.save', { conversationId, text: '写到一半', caret: 0, quote: null, files: [] })
  agent.goOffline()
  await agent.send(conversationId, '还没发出')
  await world.pass(TIDIED_MS)
  await agent.comeBack()
  await world.pass(TIDIED_MS)
  const last = before.at(-1)?.seq ?? 0
  // Those of the hundred newest that are old stay, too; the answer has come behind them meanwhile.
  expect(cached()[0]?.seq).toBeGreaterThan(last - 100)
  expect(cached()[0]?.seq).toBeLessThanOrEqual(last - 95)
  expect(await found('k7z')).toBe(0)
  expect((await agent.client.query('draft.get', { conversationId })).text).toBe('写到一半')
  const thread = await agent.client.query('thread.messages', { conversationId, limit: 200 })
  expect(thread.more).toBe(true)
  expect(thread.messages.at(-1)?.body).toMatchObject({ text: '还没发出' })
  // Whoever goes back has it again, and for as long as the program runs.
  while ((await agent.client.query('thread.messages', { conversationId, limit: 300 })).more)
    expect(await done(agent.client.run('history.load', { conversationId }))).toMatchObject({ ok: true })
  await world.pass(SOON_MS)
  expect(cached()[0]?.seq).toBe(1)
  expect(await found('k7z')).toBe(1)
  agent.cache().run('update messages set at = at - ? where seq <= 40', [YEAR_MS])
  await done(agent.client.run('cache-limits.save', { mediaBytes: 1000, textDays: 30 }))
  await world.pass(SOON_MS)
  expect(cached()[0]?.seq).toBe(1)
})

it('R-06-176 of the pictures the ones not looked at for longest go first, favourites never, and what is gone can be kept again', async () => {
  await done(agent.client.run('cache-limits.save', { mediaBytes: 250 }))
  for (const n of [1, 2, 3, 4]) picture(n, `file-${n}`)
  // What no message on this device has leaves nothing here.
  expect(await keep('file-9')).toMatchObject({ ok: false, code: 'not-found' })
  expect(await keep('file-1')).toMatchObject({ ok: true })
  await world.pass(20 * 60_000)
  expect(await keep('file-2')).toMatchObject({ ok: true })
  await world.pass(20 * 60_000)
  expect((await usage()).media).toEqual({ files: 2, bytes: 200 })
  // Looked at now, the first one is no longer the oldest.
  expect(await isKept('file-1')).toBe(true)
  await world.pass(SOON_MS)
  expect(await keep('file-3')).toMatchObject({ ok: true })
  await world.pass(SOON_MS)
  expect(await isKept('file-2')).toBe(false)
  expect([await isKept('file-1'), await isKept('file-3')]).toEqual([true, true])
  expect((await usage()).media).toEqual({ files: 2, bytes: 200 })
  expect(await keep('file-2')).toMatchObject({ ok: true })

  const favourite = JSON.stringify({ body: { kind: 'image', fileId: 'file-3' } })
  agent
    .cache()
    .run(
      `insert into saved_messages (message_id, conversation_id, content, saved_at, at) values ('m3', ?, ?, 1, 1)`,
      [conversationId, favourite],
    )
  await done(agent.client.run('cache-limits.save', { mediaBytes: 1, textDays: 365 }))
  await world.pass(SOON_MS)
  expect((await usage()).media).toEqual({ files: 1, bytes: 100 })
  // Also when its message is no longer here.
  agent.cache().run('delete from messages where seq = 3')
  await done(agent.client.run('cache-limits.save', { mediaBytes: 2 }))
  await world.pass(SOON_MS)
  expect(await isKept('file-3')).toBe(true)
})

it('R-06-176 R-17-062 a picture goes with its message, all of them when they are cleared, and stay through another start', async () => {
  agent.cache().run('delete from saved_messages')
  await done(agent.client.run('cache-limits.save', { mediaBytes: 1000, textDays: 365 }))
  expect(await keep('file-1')).toMatchObject({ ok: true })
  await agent.stop()
  agent.start()
  await world.pass(SOON_MS)
  expect(await isKept('file-1')).toBe(true)
  expect(await agent.client.run('records.forget', { conversationId })).toMatchObject({ ok: true })
  await world.pass(5000)
  expect((await usage()).media).toEqual({ files: 0, bytes: 0 })
  await done(agent.client.run('records.show-again', { conversationId }))
  await done(agent.client.run('history.load', { conversationId }))
  const newest = cached().at(-1)?.seq ?? 0
  picture(newest, 'file-5')
  expect(await keep('file-5')).toMatchObject({ ok: true })
  expect(await done(agent.client.run('media.clear', {}))).toMatchObject({ ok: true })
  expect((await usage()).media).toEqual({ files: 0, bytes: 0 })
  expect(await keep('file-5')).toMatchObject({ ok: true })
  expect(await isKept('file-5')).toBe(true)
  // Signing out leaves nothing of it.
  expect(await done(agent.client.run('account.sign-out', {}))).toMatchObject({ ok: true })
  expect(await world.signIn(agent)).toBe('ok')
  await world.pass(SOON_MS)
  expect((await usage()).media).toEqual({ files: 0, bytes: 0 })
})
