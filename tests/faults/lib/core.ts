/** Real client cores over the desktop's databases and network, signed in without a password. */
import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import { silentLogger } from '../../../src/base/logger.ts'
import { createClient, type Client } from '../../../src/client/index.ts'
import type { ClientPorts, Databases } from '../../../src/client/ports/index.ts'
import { saveAccount } from '../../../src/client/store/accounts.ts'
import { writeDb } from '../../../src/client/store/database.ts'
import { saveFact } from '../../../src/client/store/device.ts'
import { migrate, ownMigrations } from '../../../src/client/store/migrations/index.ts'
import type { AgentId, ConversationId, Message, OrganizationId } from '../../../src/protocol/model/index.ts'
import { connect, http } from '../../support/directNetwork.ts'
import { databasesOf } from './files.ts'
import { until } from './wait.ts'

export interface CoreAccount {
  readonly server: string
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  readonly token: string
  readonly deviceId: string
}

/** Writes `own.db` as it is after a sign-in on this device. */
export const signInOffline = async (files: string | Databases, account: CoreAccount): Promise<void> => {
  const { server, organizationId, agentId, token, deviceId } = account
  const databases = typeof files === 'string' ? databasesOf(files) : files
  const driver = await databases.open('own')
  migrate(driver, ownMigrations)
  const own = writeDb(driver, new Set())
  const names = { organizationName: organizationId, agentName: agentId, account: agentId }
  saveAccount(own, { server, organizationId, agentId, token, cause: null, ...names }, systemClock.now())
  saveFact(own, 'device-id', deviceId)
  saveFact(own, 'signed-in', agentId)
  driver.close()
}

export const startCore = (folder: string, more: Partial<ClientPorts> = {}): Client =>
  createClient({
    databases: databasesOf(folder),
    connect,
    http,
    clock: systemClock,
    ids: createIds(systemClock),
    log: silentLogger,
    device: { kind: 'desktop', name: 'test', version: '0.1.0' },
    onWake: () => () => undefined,
    ...more,
  })

export const connected = async (core: Client): Promise<void> =>
  until(
    'the core is connected',
    async () => (await core.query('connection.status', {})).state === 'connected',
  )

/** All messages of a thread as the core shows them, paged in as scrolling up does. */
export const wholeThread = async (
  core: Client,
  conversationId: ConversationId,
): Promise<readonly Message[]> => {
  for (let more = true; more;) {
    const page = await core.run('history.load', { conversationId })
    if (!page.ok) throw new Error(`history was refused: ${page.code}`)
    more = page.value.more
  }
  return (await core.query('thread.messages', { conversationId, limit: 1_000_000 })).messages
}
