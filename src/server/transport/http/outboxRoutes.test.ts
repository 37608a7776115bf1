import { rmSync } from 'node:fs'
import { join } from 'node:path'

import Fastify from 'fastify'
import { expect, it } from 'vitest'

import { createTestClock } from '../../../../tests/support/clock.ts'
import { makeFastFolder } from '../../../../tests/support/fastFolder.ts'
import { createIds } from '../../../base/ids.ts'
import { silentLogger } from '../../../base/logger.ts'
import { openDatabase } from '../../db/open.ts'
import { createLocalOutbox } from '../../gateways/localOutbox.ts'
import { addOutboxRoutes } from './outboxRoutes.ts'

it('the outbox of the demonstration shows what stayed here, as text, and to this machine only', async () => {
  const clock = createTestClock()
  const folder = makeFastFolder('foyer-outbox-')
  const db = await openDatabase({ file: join(folder, 'foyer.db') }, { clock, log: silentLogger })
  const outbox = createLocalOutbox({ db, clock, ids: createIds(clock) })
  await outbox.send({ kind: 'email', to: 'a@example.com', subject: 'Old', text: 'gone tomorrow' })
  clock.advance(25 * 60 * 60_000)
  await outbox.send({ kind: 'sms', to: '+8613800138000', subject: 'x', text: 'code 123456 <script>' })
  const app = Fastify()
  addOutboxRoutes(app, { db })
  const get = async (headers: Readonly<Record<string, string>>) =>
    app.inject({ url: '/outbox', headers: { host: '127.0.0.1:7300', ...headers } })

  const page = await get({ 'accept-language': 'en' })
  expect(page.body).toContain('Text message')
  expect(page.body).toContain('code 123456 &#60;script&#62;')
  expect(page.body).not.toContain('gone tomorrow')
  // Neither through a proxy nor by a name that only leads here.
  expect((await get({ 'x-forwarded-for': '203.0.113.7' })).statusCode).toBe(403)
  expect((await get({ host: 'rebound.example' })).statusCode).toBe(403)
  await app.close()
  await db.close()
  rmSync(folder, { recursive: true })
})
