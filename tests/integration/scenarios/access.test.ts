/** What an agent may no longer see is gone from their devices. */
import { existsSync } from 'node:fs'

import { expect, it } from 'vitest'

import { sql } from '../../../src/base/sql.ts'
import { findAgent } from '../../../src/server/db/agents.ts'
import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION } from '../../support/worldRows.ts'

const finds = async (core: WorldCore, text: string): Promise<number> =>
  (await core.client.query('search.local', { text, limit: 20 })).messages.length

/** Ends the session and takes the conversation out of the agent's list: from then on they do not follow it. */
const loseThread = async (
  world: World,
  core: WorldCore,
  { conversationId }: CustomerPrincipal,
): Promise<void> => {
  const view = await core.client.query('conversation.get', { conversationId })
  const session = view?.session
  if (!session) throw new Error('no session')
  const lastSeq = view.conversation.lastSeq
  const ended = core.client.run('session.end', { sessionId: session.id, version: session.version, lastSeq })
  await world.pass()
  expect(await ended).toMatchObject({ ok: true })
  const removed = core.client.run('list-entry.remove', { conversationId })
  await world.pass()
  expect(await removed).toMatchObject({ ok: true })
}

it('R-17-062 what is lost leaves cache and index within five seconds, or at the next contact', async () => {
  const world = await createWorld()
  const desktop = await world.core(1)
  const laptop = await world.core(1)
  const away = await world.core(1)
  const customer = await world.customer('小李')
  await world.write(customer, '我要退款')
  await world.pass(5000)
  away.goOffline()
  for (const core of [desktop, laptop, away]) expect(await finds(core, '退')).toBe(1)
  await loseThread(world, desktop, customer)
  await world.pass(5000)
  const isGone = async (core: WorldCore): Promise<void> => {
    expect(await finds(core, '退')).toBe(0)
    expect(
      await core.client.query('conversation.get', { conversationId: customer.conversationId }),
    ).toBeNull()
    for (const table of ['messages', 'conversations', 'customers', 'sessions', 'customer_texts']) {
      expect(core.digest()[table], table).toEqual([])
    }
  }
  await isGone(desktop)
  await isGone(laptop)
  expect(await finds(away, '退')).toBe(1)
  await away.comeBack()
  await world.pass(5000)
  expect(away.mode()).toBe('resumed')
  await isGone(away)
  await world.dispose()
})

const setDisabled = async (world: World, core: WorldCore, disabled: boolean): Promise<void> => {
  await world.change(async ({ tx, publish }) => {
    await tx.run(sql`update agents set disabled = ${disabled ? 1 : 0} where id = ${core.agentId}`)
    const agent = await findAgent(tx, ORGANIZATION, core.agentId)
    if (agent) publish('org', 'agent.changed', { agent })
  })
  await world.pass()
}

it('R-01-060 a disabled agent is signed out on all devices at once, and unsent input comes back with the account', async () => {
  const world = await createWorld()
  const desktop = await world.core(1)
  const laptop = await world.core(1)
  const away = await world.core(1)
  const customer = await world.customer('小李')
  const { conversationId } = customer
  await world.write(customer, '你好')
  await world.pass()
  await desktop.client.run('draft.save', { conversationId, text: '写了一半' })
  away.goOffline()
  await away.send(conversationId, '还没发出')
  await setDisabled(world, desktop, true)
  for (const core of [desktop, laptop]) {
    expect(await core.client.query('account.current', {})).toMatchObject({
      state: 'signed-out',
      cause: 'disabled',
    })
    expect(existsSync(core.cacheFile)).toBe(false)
  }
  expect(await world.signIn(laptop)).toBe('disabled')
  await away.comeBack()
  await world.pass()
  expect(await away.client.query('account.current', {})).toMatchObject({
    state: 'signed-out',
    cause: 'disabled',
  })
  await setDisabled(world, desktop, false)
  await world.write(customer, '还在吗？')
  expect(await world.signIn(desktop)).toBe('ok')
  expect(await world.signIn(away)).toBe('ok')
  await world.pass(60_000)
  expect(await desktop.client.query('draft.get', { conversationId })).toMatchObject({ text: '写了一半' })
  expect(await world.written(conversationId)).toEqual(['你好', '还在吗？', '还没发出'])
  await world.pass(5000)
  expect(desktop.digest()).toEqual(away.digest())
  await world.dispose()
})
