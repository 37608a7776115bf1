/** The local files of an agent who has history, drafts and unsent messages, as they lie there after a power cut. */
import type { Client } from '../../../src/client/index.ts'
import type { ConversationId } from '../../../src/protocol/model/index.ts'
import { createFaultyProxy, type FaultyProxy } from '../../support/faultyProxy.ts'
import type { SeededPair } from '../../support/seedReception.ts'
import { connected, signInOffline, startCore, wholeThread, type CoreAccount } from './core.ts'
import { startFlood } from './flood.ts'
import type { Folders } from './folders.ts'
import { startReception, storedMessages, type FaultsServer, type StoredMessage } from './reception.ts'
import { until } from './wait.ts'

export interface Profile {
  readonly world: FaultsServer
  /** Between the agents and the server; `down` keeps unsent messages unsent. */
  readonly proxy: FaultyProxy
  /** Copies of it are used, never itself. It has a write-ahead log that was not put back. */
  readonly folder: string
  /** The same as after a proper end of the program. */
  readonly closedFolder: string
  /** The files of another agent of this computer; the write-ahead log of that cache holds all of it. */
  readonly foreignFolder: string
  /** Of the same agent on a computer that has no files yet. */
  readonly account: CoreAccount
  readonly cacheName: string
  readonly foreignCacheName: string
  readonly conversationIds: readonly ConversationId[]
  readonly drafts: ReadonlyMap<ConversationId, string>
  readonly unsent: readonly string[]
  dispose(): Promise<void>
}

const CONVERSATIONS = 4
const UNSENT = 5

export const createProfile = async (folders: Folders, messages: number): Promise<Profile> => {
  const world = await startReception({ pairs: 2, pastConversations: CONVERSATIONS - 1 })
  const proxy = await createFaultyProxy(world.server.port, Math.random)
  const url = `http://127.0.0.1:${proxy.port}`
  const [pair, foreign] = world.pairs
  if (!pair || !foreign) throw new Error('nobody is there')
  const write = async (count: number): Promise<void> => {
    const before = storedMessages(world.server.folder).length
    const customers = [...customersOf(world, pair), ...customersOf(world, foreign)]
    const text = (number: number): string => `第 ${number} 条：请问这款什么时候到货？ message ${number}`
    const flood = await startFlood(world.server.url, customers, text)
    await until('the history is written', () => storedMessages(world.server.folder).length >= before + count)
    await flood.stop()
  }
  const grow = async (who: SeededPair): Promise<{ young: string; open: string; closed: string }> => {
    const folder = folders.fresh('profile')
    await signInOffline(folder, world.account(who, url))
    const first = await readAll(folder, who)
    const young = folders.copyOf(folder)
    await first.stop()
    await write(messages / 4)
    const core = await readAll(folder, who)
    proxy.faults.down = true
    proxy.cut()
    await writeOffline(core, who)
    const open = folders.copyOf(folder)
    await core.stop()
    proxy.faults.down = false
    return { young, open, closed: folder }
  }
  await write(messages / 2)
  const foreignProfile = await grow(foreign)
  const own = await grow(pair)
  const conversationIds = conversationsOf(pair)
  return {
    world,
    proxy,
    folder: own.open,
    closedFolder: own.closed,
    foreignFolder: foreignProfile.young,
    account: world.secondDevice(pair, url),
    cacheName: `cache-${pair.agentId}`,
    foreignCacheName: `cache-${foreign.agentId}`,
    conversationIds,
    drafts: new Map(conversationIds.map((id) => [id, draftOf(id)])),
    unsent: Array.from({ length: UNSENT }, (_, number) => unsentOf(pair, number)),
    dispose: async () => {
      await proxy.close()
      await world.server.dispose()
    },
  }
}

/** What the server has of the profile's threads and the core shows otherwise or not at all. */
export const differences = async (
  { world, conversationIds }: Profile,
  core: Client,
): Promise<{ missing: number; altered: number }> => {
  const stored = Map.groupBy(storedMessages(world.server.folder), ({ conversationId }) => conversationId)
  let missing = 0
  let altered = 0
  for (const conversationId of conversationIds) {
    const shown = new Map((await wholeThread(core, conversationId)).map((message) => [message.seq, message]))
    for (const message of stored.get(conversationId) ?? []) {
      const { id, body } = shown.get(message.seq) ?? {}
      if (id === undefined || body === undefined) missing += 1
      else if (id !== message.id || !isSame(body, message)) altered += 1
    }
  }
  return { missing, altered }
}

const isSame = (body: { readonly kind: string; readonly text?: unknown }, stored: StoredMessage): boolean =>
  !stored.written || body.text === stored.text

const readAll = async (folder: string, pair: SeededPair): Promise<Client> => {
  const core = startCore(folder)
  await connected(core)
  for (const conversationId of conversationsOf(pair)) await wholeThread(core, conversationId)
  await until('the index is written', async () => {
    return (await core.query('search.local', { text: '到货', limit: 1 })).indexed >= 1
  })
  return core
}

const writeOffline = async (core: Client, pair: SeededPair): Promise<void> => {
  for (const conversationId of conversationsOf(pair)) {
    await core.run('draft.save', { conversationId, text: draftOf(conversationId) })
  }
  for (let number = 0; number < UNSENT; number += 1) {
    const body = { kind: 'text' as const, text: unsentOf(pair, number) }
    await core.run('message.send', { conversationId: pair.conversationId, body, seenSeq: null })
  }
}

const customersOf = ({ reception }: FaultsServer, { agentId, widgetId, customerToken }: SeededPair) => [
  { widgetId, customerToken },
  ...Array.from({ length: CONVERSATIONS - 1 }, (_, past) => ({
    widgetId,
    customerToken: `${reception.organizationId}.p${past}-${agentId}`,
  })),
]

const conversationsOf = ({ agentId, conversationId }: SeededPair): ConversationId[] => [
  conversationId,
  ...Array.from(
    { length: CONVERSATIONS - 1 },
    (_, past) => `conversation-p${past}-${agentId}` as ConversationId,
  ),
]

const draftOf = (conversationId: ConversationId): string => `草稿 ${conversationId}`
const unsentOf = ({ agentId }: SeededPair, number: number): string => `unsent ${number} of ${agentId}`
