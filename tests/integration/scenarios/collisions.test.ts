/** Several agents have the same customer open. */
import { expect, it } from 'vitest'

import { openSessionOf } from '../../../src/server/db/sessions.ts'
import { createWorld } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION } from '../../support/worldRows.ts'

it('R-03-186 agents learn within 2 s who else has the customer open or writes to them, and within 5 s that it is over', async () => {
  const world = await createWorld({ agents: 3 })
  const cores = [await world.core(1), await world.core(2)] as const
  const stranger = await world.core(3)
  const customer = await world.customer('小李')
  await world.write(customer, '你好')
  await world.pass()
  const { conversationId } = customer
  const session = (await openSessionOf(world.db, ORGANIZATION, conversationId))?.session
  if (!session) throw new Error('no open session')
  const from = [...cores, stranger].find(({ agentId }) => agentId === session.handlerId)
  const to = cores.find((core) => core !== from)
  if (!from || !to) throw new Error('one of them has it')
  const outsider = [...cores, stranger].find((core) => core !== from && core !== to)
  const moved = from.client.run('session.transfer', {
    ...{ sessionId: session.id, version: session.version, customerNote: '', colleagueNote: '' },
    ...{ waiting: false, to: { kind: 'agent', agentId: to.agentId } },
  })
  await world.pass()
  expect(await moved).toMatchObject({ ok: true })
  const seen = async (core: WorldCore): Promise<unknown> => {
    const view = await core.client.query('conversation.get', { conversationId })
    return view && { viewers: view.viewers, writers: view.writers }
  }
  const alone = { viewers: [], writers: [] }

  for (const core of [from, to, outsider]) void core?.client.run('conversation.view', { conversationId })
  await world.pass(2000)
  expect([await seen(from), await seen(to)]).toEqual([
    { viewers: [to.agentId], writers: [] },
    { viewers: [from.agentId], writers: [] },
  ])
  // Who may not see the conversation neither learns of it, nor is anybody told of them.
  expect(outsider && (await seen(outsider))).toBeNull()
  const laptop = await world.core(to.agent)
  void laptop.client.run('conversation.view', { conversationId })
  await world.pass(2000)
  expect([await seen(from), await seen(laptop)]).toEqual([
    { viewers: [to.agentId], writers: [] },
    { viewers: [from.agentId], writers: [] },
  ])
  void laptop.client.run('conversation.view', { conversationId: null })

  void to.client.run('typing.set', { conversationId, on: true })
  await world.pass(2000)
  expect(await seen(from)).toEqual({ viewers: [to.agentId], writers: [to.agentId] })
  await world.pass(5000)
  expect(await seen(from)).toEqual({ viewers: [to.agentId], writers: [] })

  to.goOffline()
  await world.pass(5000)
  expect(await seen(from)).toEqual(alone)
  await to.comeBack()
  await world.pass(2000)
  expect(await seen(from)).toEqual({ viewers: [to.agentId], writers: [] })
  void to.client.run('conversation.view', { conversationId: null })
  await world.pass(5000)
  expect(await seen(from)).toEqual(alone)
  await world.dispose()
})
