/** Real client cores over the desktop's databases and network, signed in without a password. */
import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import { silentLogger } from '../../../src/base/logger.ts'
import { createClient, type Client } from '../../../src/client/index.ts'
import type { ClientPorts } from '../../../src/client/ports/index.ts'
import { saveAccount } from '../../../src/client/store/accounts.ts'
import { writeDb } from '../../../src/client/store/database.ts'
import { saveFact } from '../../../src/client/store/device.ts'
import { migrate, ownMigrations } from '../../../src/client/store/migrations/index.ts'
import { createDatabases } from '../../../src/main/clientHost/databases.ts'
import { connect, http } from '../../../src/main/clientHost/network.ts'
import type { AgentId, ConversationId, Message, OrganizationId } from '../../../src/protocol/model/index.ts'
import { until } from './wait.ts'

export interface CoreAccount {
  readonly server: string
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  readonly token: string
  readonly deviceId: string
}

/** Writes `own.db` as it is after a sign-in on this device. */
export const signInOffline = async (folder: string, account: CoreAccount): Promise<void> => {
  const { server, organizationId, agentId, token, deviceId } = account
  const driver = await createDatabases(folder, systemClock).open('own')
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
    databases: createDatabases(folder, systemClock),
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
