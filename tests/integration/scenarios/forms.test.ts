/** What an agent has half filled in, on the device where it was. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { transferForm } from '../../../src/domain/sessions/transferForm.ts'
import type { Session } from '../../../src/protocol/model/index.ts'
import { openSessionOf } from '../../../src/server/db/sessions.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION, widgetOf } from '../../support/worldRows.ts'

/** Longer than until a device tidies up for the first time. */
const TIDIED_MS = 90_000
const NOTE = { colleagueNote: '急' }

let world: World
let desk: WorldCore
let laptop: WorldCore
let colleague: WorldCore
beforeAll(async () => {
  world = await createWorld({ agents: 2 })
  desk = await world.core(1)
  laptop = await world.core(1)
  colleague = await world.core(2)
})
afterAll(async () => {
  await world.dispose()
})

/** Somebody whom the agent receives now. */
const receive = async (name: string): Promise<Session> => {
  const customer = await world.customer(name, widgetOf(desk.agentId))
  await world.write(customer, '在吗')
  await world.pass()
  const open = await openSessionOf(world.db, ORGANIZATION, customer.conversationId)
  if (open?.session.handlerId !== desk.agentId) throw new Error('somebody else has it')
  return open.session
}
const done = async (work: Promise<unknown>): Promise<void> => {
  await world.pass()
  expect(await work).toMatchObject({ ok: true })
}
const fillIn = async (form: string): Promise<void> =>
  done(desk.client.run('setting.save', { key: `form:${desk.agentId}:${form}`, value: NOTE }))
const kept = async (): Promise<string[]> => Object.keys(await desk.client.query('forms.kept', {})).toSorted()

it('what was written to give a session to somebody else is forgotten once it ended or went to another agent', async () => {
  const [ends, leaves, stays] = [await receive('小李'), await receive('小王'), await receive('小张')]
  const own = [ends, leaves, stays].map(({ id }) => transferForm(id, false))
  const block = `block ${stays.customerId}`
  for (const form of [...own, block]) await fillIn(form)
  await world.pass(TIDIED_MS)
  expect(await kept()).toEqual([...own, block].toSorted())

  const view = await laptop.client.query('conversation.get', { conversationId: ends.conversationId })
  const lastSeq = view?.conversation.lastSeq ?? 0
  await done(
    laptop.client.run('ending.hold', {
      ...{ sessionId: ends.id, conversationId: ends.conversationId, version: ends.version, lastSeq },
      ...{ askRating: false, removeRow: false, seconds: 0 },
    }),
  )
  await done(
    laptop.client.run('session.transfer', {
      ...{ sessionId: leaves.id, version: leaves.version, customerNote: '', colleagueNote: '' },
      ...{ waiting: false, to: { kind: 'agent', agentId: colleague.agentId } },
    }),
  )
  expect(await openSessionOf(world.db, ORGANIZATION, ends.conversationId)).toBeUndefined()
  await desk.stop()
  desk.start()
  await world.pass(TIDIED_MS)
  expect(await kept()).toEqual([transferForm(stays.id, false), block].toSorted())
})
