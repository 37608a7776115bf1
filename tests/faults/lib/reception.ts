/** The real server as a process, with agents in conversation with customers, and a look into its database. */
import { join } from 'node:path'

import Database from 'better-sqlite3'

import { systemClock } from '../../../src/base/clock.ts'
import { silentLogger } from '../../../src/base/logger.ts'
import type { AgentId, ConversationId, DeviceId, Message } from '../../../src/protocol/model/index.ts'
import { tokenHash } from '../../../src/server/auth/tokens.ts'
import { insertAccessToken } from '../../../src/server/db/accessTokens.ts'
import { insertFollow } from '../../../src/server/db/follows.ts'
import { openDatabase } from '../../../src/server/db/open.ts'
import type { WriteDb } from '../../../src/server/db/port.ts'
import { startProductServer, type ProductServer } from '../../support/productServer.ts'
import { seedReception, type Reception, type SeededPair } from '../../support/seedReception.ts'
import type { CoreAccount } from './core.ts'

export interface FaultsServer {
  readonly server: ProductServer
  readonly reception: Reception
  readonly pairs: readonly SeededPair[]
  account(pair: SeededPair, url?: string): CoreAccount
  /** The same agent on another computer. */
  secondDevice(pair: SeededPair, url?: string): CoreAccount
}

export interface FaultsServerOptions {
  readonly pairs: number
  readonly pastConversations?: number
  readonly folder?: string
  /** Everybody follows the first pair's thread. */
  readonly hotThread?: boolean
}

const YEAR_MS = 365 * 24 * 3_600_000

export const startReception = async (options: FaultsServerOptions): Promise<FaultsServer> => {
  const { pairs, pastConversations = 0, folder, hotThread = false } = options
  const seeded: { reception?: Reception } = {}
  const server = await startProductServer({
    demo: false,
    env: { FOYER_LIMIT_SCALE: '1000' },
    ...(folder !== undefined && { folder }),
    prepare: async (data) => {
      const at = systemClock.now()
      const db = await openDatabase(
        { file: join(data, 'foyer.db') },
        { clock: systemClock, log: silentLogger },
      )
      const reception = await seedReception(db, { organization: 'faults', pairs, pastConversations, at })
      await db.transaction(async (tx) => {
        for (const pair of reception.pairs) await addDevice(tx, reception, pair, at)
        const hot = hotThread ? reception.pairs[0]?.conversationId : undefined
        for (const { agentId } of hot ? reception.pairs.slice(1) : []) {
          await insertFollow(tx, reception.organizationId, agentId, `thread:${hot}`, at)
        }
      })
      await db.close()
      seeded.reception = reception
    },
  })
  const { reception } = seeded
  if (!reception) throw new Error('the server was not prepared')
  const { organizationId } = reception
  return {
    server,
    reception,
    pairs: reception.pairs,
    account: ({ agentId, agentToken }, url = server.url) => ({
      server: url,
      organizationId,
      agentId,
      token: agentToken,
      deviceId: `device-${agentId}`,
    }),
    secondDevice: ({ agentId }, url = server.url) => ({
      server: url,
      organizationId,
      agentId,
      token: secondToken(agentId),
      deviceId: `second-${agentId}`,
    }),
  }
}

const secondToken = (agentId: AgentId): string => `second-of-${agentId}`

const addDevice = (
  tx: WriteDb,
  { organizationId }: Reception,
  { agentId }: SeededPair,
  at: number,
): Promise<void> =>
  insertAccessToken(tx, {
    organizationId,
    agentId,
    tokenHash: tokenHash(secondToken(agentId)),
    device: { id: `second-${agentId}` as DeviceId, kind: 'web', name: 'second' },
    at,
    expiresAt: at + YEAR_MS,
  })

/** A message as the server's database has it. */
export interface StoredMessage {
  readonly conversationId: ConversationId
  readonly seq: number
  readonly id: string
  readonly text: string
  /** The system's lines have none. */
  readonly written: boolean
}

/** Reads what the server stored, past the server; it may be running. */
/** Those of the messages that the server has. */
export const idsStored = (folder: string, ids: readonly string[]): string[] => {
  const db = new Database(join(folder, 'foyer.db'), { readonly: true })
  try {
    const find = db
      .prepare<[string], string>('select id from messages where id in (select value from json_each(?))')
      .pluck()
    return find.all(JSON.stringify(ids))
  } finally {
    db.close()
  }
}

export const storedMessages = (folder: string): StoredMessage[] => {
  const db = new Database(join(folder, 'foyer.db'), { readonly: true })
  try {
    const rows = db
      .prepare<[], { conversation_id: ConversationId; seq: number; id: string; body: string }>(
        'select conversation_id, seq, id, body from messages order by conversation_id, seq',
      )
      .all()
    return rows.map(({ conversation_id: conversationId, seq, id, body }) => {
      const parsed = JSON.parse(body) as Message['body']
      return {
        conversationId,
        seq,
        id,
        text: parsed.kind === 'text' ? parsed.text : '',
        written: parsed.kind === 'text',
      }
    })
  } finally {
    db.close()
  }
}
