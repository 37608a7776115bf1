/** A full disk under the client: it reads, says no in words, keeps the text and goes on when there is room. */
import type { Client } from '../../../src/client/index.ts'
import { createFaultyDatabases } from '../../support/faultyDatabases.ts'
import type { SeededPair } from '../../support/seedReception.ts'
import { connected, signInOffline, startCore, wholeThread } from '../lib/core.ts'
import { databasesOf } from '../lib/files.ts'
import { startFlood } from '../lib/flood.ts'
import type { Folders } from '../lib/folders.ts'
import { storedMessages, type FaultsServer } from '../lib/reception.ts'
import { sleep, until } from '../lib/wait.ts'
import { inspect } from '../p04/inspect.ts'
import { mountSmallDisk } from './smallDisk.ts'

export interface FullDiskOutcome {
  /** What ought to be true, and is not. */
  readonly problems: readonly string[]
  /** From room to the next accepted message. */
  readonly recoveryMs: number
}

export interface Disk {
  fill(): void
  free(): void
}

const DISK_MB = 24

/** With errors raised by the driver. */
export const fullDriver = async (
  world: FaultsServer,
  folders: Folders,
  pair: SeededPair,
): Promise<FullDiskOutcome> => {
  const folder = folders.fresh('full-driver')
  await signInOffline(folder, world.account(pair))
  const databases = createFaultyDatabases(databasesOf(folder))
  const disk: Disk = {
    fill: () => {
      databases.full = true
    },
    free: () => {
      databases.full = false
    },
  }
  return underFullDisk(world, pair, disk, folder, () => startCore(folder, { databases }))
}

/** With a disk that is really full. */
export const fullDisk = async (
  world: FaultsServer,
  folders: Folders,
  pair: SeededPair,
): Promise<FullDiskOutcome | string> => {
  const folder = folders.fresh('full-disk')
  const disk = mountSmallDisk(folder, DISK_MB)
  if (typeof disk === 'string') return disk
  try {
    await signInOffline(folder, world.account(pair))
    return await underFullDisk(world, pair, disk, folder, () => startCore(folder))
  } finally {
    disk.remove()
  }
}

const underFullDisk = async (
  world: FaultsServer,
  pair: SeededPair,
  disk: Disk,
  folder: string,
  start: () => Client,
): Promise<FullDiskOutcome> => {
  const { conversationId } = pair
  const problems: string[] = []
  const check = (what: string, isSo: boolean): void => {
    if (!isSo) problems.push(what)
  }
  const send = (core: Client, text: string) =>
    core.run('message.send', { conversationId, body: { kind: 'text', text }, seenSeq: null })
  const customerWrites = async (count: number): Promise<void> => {
    const before = storedMessages(world.server.folder).length
    const flood = await startFlood(world.server.url, [pair], (number) => `${'快递'.repeat(200)} ${number}`)
    await until('the customer wrote', () => storedMessages(world.server.folder).length >= before + count)
    await flood.stop()
  }
  await customerWrites(80)
  let core = start()
  await connected(core)
  const draft = { conversationId, text: '还没写完' }
  await core.run('draft.save', draft)

  disk.fill()
  const before = await readable(core, pair)
  check('the history can be read', before >= 20)
  const older = await core.run('history.load', { conversationId })
  check('older messages come or are refused with disk-full', older.ok || older.code === 'disk-full')
  const refused = await send(core, '满了')
  check('a send is refused with disk-full', !refused.ok && refused.code === 'disk-full')
  check('nothing of it waits', (await core.query('outbox.list', {})).length === 0)
  const unsaved = await core.run('draft.save', { conversationId, text: '更长的草稿' })
  check('a draft is refused with disk-full', !unsaved.ok && unsaved.code === 'disk-full')
  check('the former draft is there', (await core.query('draft.get', { conversationId })).text === draft.text)
  // What comes meanwhile cannot be written; the core says so instead of pretending.
  await customerWrites(200)
  await until('the core tells of the full disk', async () => {
    const { notices } = await core.query('account.current', {})
    return notices.some(({ code }) => code === 'disk-full')
  })
  check('the history can still be read', (await readable(core, pair)) >= before)
  // The same with 0 bytes at the start.
  await core.stop()
  core = start()
  check('a start on a full disk shows the history', (await readable(core, pair)) >= before)
  const again = await send(core, '还是满的')
  check('and refuses to send', !again.ok && again.code === 'disk-full')

  const freed = performance.now()
  disk.free()
  await until('a message is accepted again', async () => {
    const sent = await send(core, `${pair.agentId} 又能写了`)
    return sent.ok
  })
  const recoveryMs = performance.now() - freed
  await until('everything missed comes in without a restart', async () => {
    const there = storedMessages(world.server.folder).filter(
      (message) => message.conversationId === conversationId,
    )
    const thread = await wholeThread(core, conversationId).catch(() => [])
    return there.some(({ text }) => text.endsWith('又能写了')) && thread.length === there.length
  })
  await sleep(0)
  await core.stop()
  problems.push(...inspect(folder, `cache-${pair.agentId}`).problems)
  return { problems, recoveryMs }
}

/** Messages that are shown at once, without asking anybody. */
const readable = async (core: Client, { conversationId }: SeededPair): Promise<number> => {
  await until(
    'the files are open',
    async () => (await core.query('account.current', {})).state !== 'starting',
  )
  return (await core.query('thread.messages', { conversationId, limit: 1_000_000 })).messages.length
}
