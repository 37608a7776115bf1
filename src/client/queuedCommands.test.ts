/** Commands that may wait for the server. */
import { beforeEach, describe, expect, it } from 'vitest'

import { c1, useCore, type CoreStage } from '../../tests/support/coreStage.ts'
import { outcome } from '../../tests/support/coreWorld.ts'
import { createFaultyDatabases } from '../../tests/support/faultyDatabases.ts'
import type { CustomerId } from '../protocol/model/index.ts'
import type { Client } from './index.ts'

const stage = useCore()
let { world, signedIn, started, restarted } = {} as CoreStage
beforeEach(() => {
  ;({ world, signedIn, started, restarted } = stage())
  world.server.open('c1')
})

const customerId = 'customer-c1' as CustomerId
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

const call = (client: Client, text: string): Promise<string> =>
  outcome(client, 'private-remark.set', { customerId, text })
const star = (client: Client): Promise<string> =>
  outcome(client, 'contact.file', { list: 'favorites', customerId, groupId: null })
const shownName = async (client: Client): Promise<string | undefined> =>
  (await client.query('conversations.list', { filter: 'all' }))[0]?.customerName
const listed = async (client: Client): Promise<string[]> =>
  (await client.query('queued.list', {})).map(
    ({ name, state, refusal }) => `${name} ${refusal?.code ?? state}`,
  )
const sent = (): string[] => world.server.commands.map(({ name }) => name)
const goOffline = async (): Promise<void> => {
  world.server.reachable = false
  world.server.cut()
  await world.pass(5000)
}
const comeBack = async (client: Client): Promise<void> => {
  world.server.reachable = true
  await client.run('connection.retry', {})
  await world.pass(100)
}

describe('commands that may wait', () => {
  it('R-17-019 R-17-022 one given in the first moment of a break is kept and shown at once, and nobody waits', async () => {
    const client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    // No time passes.
    expect(await call(client, '老李')).toBe('ok')
    expect(await client.query('connection.status', {})).toMatchObject({ state: 'connected', outbox: 1 })
    expect(await shownName(client)).toBe('老李')
    expect(await listed(client)).toEqual(['private-remark.set queued'])
  })

  it('R-17-022 one that is on its way is on the disk already and seen, and its author is let go when the connection is lost', async () => {
    const client = await signedIn()
    world.server.deaf = true
    const calling = call(client, '老李')
    await world.pass()
    expect(await shownName(client)).toBe('老李')
    // As long as there is contact the answer may come: then it would not be listed.
    expect(await listed(client)).toEqual([])
    world.server.reachable = false
    world.server.cut()
    expect(await calling).toBe('ok')
    expect(await listed(client)).toEqual(['private-remark.set queued'])
  })

  it('R-17-022 the end of the program loses nothing of what has no answer yet', async () => {
    const client = await signedIn()
    world.server.deaf = true
    const calling = call(client, '老李')
    await world.pass()
    world.server.reachable = false
    const next = await restarted(client)
    expect(await calling).toBe('ok')
    expect(await shownName(next)).toBe('老李')
    expect(await listed(next)).toEqual(['private-remark.set queued'])
    world.server.deaf = false
    await comeBack(next)
    expect(await listed(next)).toEqual([])
    expect(sent()).toEqual(['private-remark.set'])
  })

  it('R-17-020 behind one that got no answer in three seconds nobody waits, and they are sent in order', async () => {
    const client = await signedIn()
    world.server.deaf = true
    const calling = call(client, '老李')
    await world.pass()
    await world.pass(3000)
    expect(await calling).toBe('ok')
    expect(await star(client)).toBe('ok')
    expect(await listed(client)).toEqual(['private-remark.set queued', 'contact.file queued'])
    world.server.deaf = false
    await world.pass(60_000)
    expect(await listed(client)).toEqual([])
    expect([...new Set(sent())]).toEqual(['private-remark.set', 'contact.file'])
  })

  it('R-17-019 a refusal that comes at once goes to whoever gave the command, one that comes later into the list', async () => {
    const client = await signedIn()
    world.server.refuse = ({ name }) => (name === 'contact.file' ? 'too-many-favorites' : null)
    expect(await star(client)).toBe('too-many-favorites')
    expect(await listed(client)).toEqual([])
    expect((await client.query('contacts.filed', {})).contacts).toEqual([])
    await goOffline()
    expect(await star(client)).toBe('ok')
    expect((await client.query('contacts.filed', {})).contacts).toHaveLength(1)
    await comeBack(client)
    expect(await listed(client)).toEqual(['contact.file too-many-favorites'])
    expect((await client.query('contacts.filed', {})).contacts).toEqual([])
  })

  it('R-17-020 what the server does not take just now waits, and nobody with it', async () => {
    const client = await signedIn()
    world.server.refuse = () => 'rate-limited'
    expect(await call(client, '老李')).toBe('ok')
    expect(await listed(client)).toEqual(['private-remark.set queued'])
    world.server.refuse = () => null
    await world.pass(5000)
    expect(await listed(client)).toEqual([])
  })

  it('R-17-020 one that the server fails at does not hold back those behind it for ever', async () => {
    const client = await signedIn()
    await goOffline()
    await call(client, '老李')
    await star(client)
    world.server.refuse = ({ name }) => (name === 'private-remark.set' ? 'internal' : null)
    await comeBack(client)
    await world.pass(120_000)
    expect(await listed(client)).toEqual(['private-remark.set internal'])
    expect(sent()).toContain('contact.file')
    // With somebody there to hear it, it is said at once.
    expect(await call(client, '小李')).toBe('internal')
  })

  it('R-17-020 one that is given up while it is on its way keeps nobody back behind it', async () => {
    const client = await signedIn()
    await goOffline()
    await call(client, '老李')
    await star(client)
    // It arrives, and no answer comes.
    world.server.loseAnswers = 1
    await comeBack(client)
    expect(sent()).toEqual(['private-remark.set'])
    const [first] = await client.query('queued.list', {})
    expect(await outcome(client, 'queued.discard', { id: first?.id ?? '' })).toBe('ok')
    // From here on nothing happens but that time passes.
    await world.pass(20_000)
    expect(sent()).toEqual(['private-remark.set', 'contact.file'])
    expect(await listed(client)).toEqual([])
  })

  it('R-17-019 what has waited for more than a week is asked about first, and what was read is not', async () => {
    const client = await signedIn()
    world.server.say('c1', '在吗')
    await world.pass()
    await goOffline()
    await call(client, '老李')
    await client.run('read.advance', { conversationId: c1, seq: 1 })
    await world.pass(WEEK_MS)
    await star(client)
    await comeBack(client)
    expect(sent()).toEqual(['read.advance', 'contact.file'])
    expect(await listed(client)).toEqual(['private-remark.set waited-long'])
    expect(await shownName(client)).toBe('')
    const [old] = await client.query('queued.list', {})
    expect(await outcome(client, 'queued.retry', { id: old?.id ?? '' })).toBe('ok')
    await world.pass()
    expect(sent()).toContain('private-remark.set')
    expect(await listed(client)).toEqual([])
  })

  it('R-17-028 on a full disk a refused one can neither be tried again nor given up, and says so', async () => {
    const databases = createFaultyDatabases(world.databases)
    await signedIn().then(async (client) => client.stop())
    const client = await started({ databases })
    await world.pass()
    await goOffline()
    await star(client)
    world.server.refuse = () => 'too-many-favorites'
    await comeBack(client)
    const [refused] = await client.query('queued.list', {})
    const id = refused?.id ?? ''
    databases.full = true
    expect(await outcome(client, 'queued.retry', { id })).toBe('disk-full')
    expect(await outcome(client, 'queued.discard', { id })).toBe('disk-full')
    expect(await listed(client)).toEqual(['contact.file too-many-favorites'])
    databases.full = false
    expect(await outcome(client, 'queued.discard', { id })).toBe('ok')
    expect(await listed(client)).toEqual([])
  })

  it('R-17-019 with a connection a full disk keeps nobody from deciding', async () => {
    const databases = createFaultyDatabases(world.databases)
    await signedIn().then(async (client) => client.stop())
    const client = await started({ databases })
    await world.pass()
    databases.full = true
    expect(await call(client, '老李')).toBe('ok')
    expect(sent()).toEqual(['private-remark.set'])
    world.server.reachable = false
    world.server.cut()
    await world.pass(5000)
    expect(await star(client)).toBe('disk-full')
  })
})
