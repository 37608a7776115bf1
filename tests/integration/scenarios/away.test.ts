/** A core that was away for long, or whose server's past changed. */
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { sql } from '../../../src/base/sql.ts'
import { describeDatabases } from '../../support/databases.ts'
import { makeFastFolder } from '../../support/fastFolder.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const isLikeNew = async (world: World, core: WorldCore): Promise<void> => {
  const fresh = await world.core(core.agent)
  await world.pass(5000)
  expect(core.digest()).toEqual(fresh.digest())
  await fresh.stop()
}

describeDatabases('coming back', (databases) => {
  it('after eight hours everything is there, in order and without a gap', async () => {
    const address = await databases.fresh()
    if (!address) return
    const world = await createWorld({ address, agents: 2, capacity: 50 })
    const core = await world.core(1)
    const colleague = await world.core(2)
    const customers = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => world.customer(`客户${n}`)),
    )
    for (const customer of customers) await world.write(customer, '你好')
    await world.pass()
    await core.stop()
    for (let hour = 0; hour < 8; hour += 1) {
      for (const [n, customer] of customers.entries()) {
        for (let message = 0; message < 3; message += 1)
          await world.write(customer, `${hour} 点第 ${message} 句`)
        if (n % 3 === hour % 3)
          await colleague.send(customer.conversationId, `${hour} 点回答`).catch(() => undefined)
      }
      await world.pass(1000)
    }
    await world.stopServer()
    await colleague.stop()
    await world.pass(8 * HOUR)
    await world.startServer()
    colleague.start()
    core.start()
    await world.pass(2000)
    expect(await core.client.query('connection.status', {})).toMatchObject({ state: 'connected' })
    for (const { conversationId } of customers) {
      const { messages, gap } = await core.client.query('thread.messages', { conversationId, limit: 500 })
      expect(gap).toBe(false)
      expect(messages.map(({ seq }) => seq)).toEqual(
        messages.map((_, index) => (messages[0]?.seq ?? 0) + index),
      )
    }
    await isLikeNew(world, core)
    await world.dispose()
  })

  it('R-17-014 after more than thirty days it begins anew and keeps drafts, outbox and settings', async () => {
    const address = await databases.fresh()
    if (!address) return
    const world = await createWorld({ address })
    const core = await world.core(1)
    const customer = await world.customer('小李')
    const { conversationId } = customer
    await world.write(customer, '你好')
    await world.pass()
    core.goOffline()
    await core.client.run('draft.save', { conversationId, text: '写了一半' })
    await core.client.run('setting.save', { key: 'theme', value: 'dark' })
    const id = await core.send(conversationId, '发不出去')
    await core.stop()
    await world.write(customer, '还在吗？')
    await world.stopServer()
    await world.pass(31 * DAY)
    await world.startServer()
    await world.pass(1000)
    core.start()
    await core.comeBack()
    await world.pass(5000)
    // A device that was not used for so long has to sign in again.
    expect(await core.client.query('account.current', {})).toMatchObject({ state: 'signed-out' })
    expect(await world.signIn(core)).toBe('ok')
    await world.pass(5000)
    expect(core.mode()).toBe('resync')
    expect(await core.client.query('draft.get', { conversationId })).toMatchObject({ text: '写了一半' })
    expect(await core.client.query('setting.get', { key: 'theme' })).toEqual({ value: 'dark' })
    // Too old to be sent by itself; its author decides.
    expect(await core.client.query('outbox.list', {})).toMatchObject([
      { id, state: 'failed', reason: 'expired' },
    ])
    await isLikeNew(world, core)
    await world.dispose()
  })
})

it('a server restored from a backup leads to a fresh copy, and what is unsent stays and is sent', async () => {
  const folder = makeFastFolder('foyer-backup-')
  const file = join(folder, 'foyer.db')
  const world = await createWorld({ address: { file } })
  const core = await world.core(1)
  const customer = await world.customer('小李')
  const { conversationId } = customer
  await world.write(customer, '备份之前')
  await world.pass()
  await world.stopServer()
  const backup = join(folder, 'backup.db')
  copyFileSync(file, backup)
  await world.startServer()
  await world.pass(60_000)
  await world.write(customer, '备份之后')
  await core.send(conversationId, '也会不见')
  await world.pass()
  core.goOffline()
  await core.send(conversationId, '还没发出')
  await world.stopServer()
  await world.startServer({ file: backup })
  await core.comeBack()
  await world.pass(60_000)
  expect(core.mode()).toBe('resync')
  expect(await world.written(conversationId)).toEqual(['备份之前', '还没发出'])
  await isLikeNew(world, core)

  // Restored once more; before the core comes back the new history is longer than the one it knows.
  core.goOffline()
  await world.stopServer()
  copyFileSync(file, backup)
  await world.startServer({ file: backup })
  await world.change(async ({ tx }) => {
    await tx.run(sql`update organizations set history_epoch = 'restored'`)
  })
  for (let n = 0; n < 30; n += 1) await world.write(customer, `新的历史 ${n}`)
  await core.comeBack()
  await world.pass(60_000)
  expect(core.mode()).toBe('resync')
  await isLikeNew(world, core)
  await world.dispose()
  rmSync(folder, { recursive: true, force: true })
})
