/** One core beside a scripted server, with its files in a folder of its own; anew for each test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach } from 'vitest'

import type { ThreadView } from '../../src/client/api.ts'
import type { Client } from '../../src/client/index.ts'
import type { ConversationId, MessageId } from '../../src/protocol/model/index.ts'
import { createCoreWorld, type CoreWorld } from './coreWorld.ts'

export const c1 = 'c1' as ConversationId

export interface CoreStage {
  readonly world: CoreWorld
  readonly signedIn: () => Promise<Client>
  /** The former one has been stopped. */
  readonly started: CoreWorld['start']
  readonly restarted: (client: Client) => Promise<Client>
}

/** To be called once in a file, outside its tests. */
export const useCore = (): (() => CoreStage) => {
  let folder = ''
  let world: CoreWorld
  let clients: Client[] = []

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-core-'))
    world = createCoreWorld(folder)
    clients = []
  })
  afterEach(async () => {
    for (const client of clients) await client.stop()
    rmSync(folder, { recursive: true })
  })

  const signedIn = async (): Promise<Client> => {
    const client = await world.signedIn()
    clients.push(client)
    return client
  }
  const started: CoreWorld['start'] = async (more) => {
    const client = await world.start(more)
    clients = [client]
    return client
  }
  const restarted = async (client: Client): Promise<Client> => {
    await client.stop()
    const next = await started()
    await world.pass()
    return next
  }

  return () => ({ world, signedIn, started, restarted })
}

export const thread = (client: Client, conversationId = c1, limit = 100): Promise<ThreadView> =>
  client.query('thread.messages', { conversationId, limit })
export const texts = async (client: Client, conversationId = c1): Promise<string[]> =>
  (await thread(client, conversationId)).messages.map(({ body }) =>
    body.kind === 'text' ? body.text : body.kind,
  )
export const unsent = async (client: Client, conversationId = c1): Promise<string[]> =>
  (await thread(client, conversationId)).unsent.map(
    ({ body, state, reason }) =>
      `${body.kind === 'text' ? body.text : body.name} ${state}${reason ? ` ${reason}` : ''}`,
  )
export const send = async (client: Client, text: string, conversationId = c1): Promise<MessageId> => {
  const result = await client.run('message.send', {
    conversationId,
    body: { kind: 'text', text },
    seenSeq: null,
  })
  if (!result.ok) throw new Error(result.code)
  return result.value.id
}
export const state = async (client: Client): Promise<string> =>
  (await client.query('connection.status', {})).state
