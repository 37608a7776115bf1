/** Commands that need the server. */
import { beforeEach, describe, expect, it } from 'vitest'

import { c1, useCore, type CoreStage } from '../../tests/support/coreStage.ts'
import { outcome } from '../../tests/support/coreWorld.ts'

const stage = useCore()
let { world, signedIn } = {} as CoreStage
beforeEach(() => {
  ;({ world, signedIn } = stage())
})

describe('commands of the server', () => {
  it('R-17-019 refuses them at once without network', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(3500)
    expect(await outcome(client, 'presence.set', { presence: 'busy' })).toBe('offline')
  })

  it('repeats an unanswered one under its id on the next connection', async () => {
    const client = await signedIn()
    world.server.loseAnswers = 1
    const running = outcome(client, 'presence.set', { presence: 'busy' })
    await world.pass()
    world.server.cut()
    await world.pass(5000)
    expect(await running).toBe('ok')
    expect(new Set(world.server.commands.map(({ id }) => id)).size).toBe(1)
    expect(world.server.commands).toHaveLength(2)
  })

  it('says after 15 s that nobody knows', async () => {
    const client = await signedIn()
    world.server.loseAnswers = 1
    const running = outcome(client, 'presence.set', { presence: 'busy' })
    await world.pass()
    await world.pass(15_000)
    expect(await running).toBe('timeout')
  })

  it('R-17-020 shows read and pinned at once, and goes on trying under the same id where nobody answered', async () => {
    world.server.open('c1')
    world.server.say('c1', 'eins')
    const client = await signedIn()
    const row = async () => (await client.query('conversations.list', { filter: 'all' }))[0]
    world.server.deaf = true
    const reading = outcome(client, 'read.advance', { conversationId: c1, seq: 1 })
    const pinning = outcome(client, 'list-entry.pin', { conversationId: c1, pinned: true })
    await world.pass()
    expect(await row()).toMatchObject({ unread: 0, pinned: true })
    await world.pass(15_000)
    expect([await reading, await pinning]).toEqual(['ok', 'ok'])
    expect(await row()).toMatchObject({ unread: 0, pinned: true })
    expect(await client.query('connection.status', {})).toMatchObject({ outbox: 1 })
    world.server.deaf = false
    await world.pass(60_000)
    expect(await client.query('connection.status', {})).toMatchObject({ outbox: 0 })
    expect(await row()).toMatchObject({ unread: 0, pinned: true })
  })

  it('does not bother the server with what was read already', async () => {
    world.server.open('c1')
    world.server.say('c1', 'eins')
    const client = await signedIn()
    await client.run('read.advance', { conversationId: c1, seq: 1 })
    await client.run('read.advance', { conversationId: c1, seq: 1 })
    expect(world.server.commands).toHaveLength(1)
  })
})
