import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { systemClock } from '../../base/clock.ts'
import { createIds } from '../../base/ids.ts'
import { silentLogger } from '../../base/logger.ts'
import { OrganizationId } from '../../protocol/model/index.ts'
import { verifyPassword } from '../auth/password.ts'
import { tokenHash } from '../auth/tokens.ts'
import { credentialsOf } from '../db/agents.ts'
import { findIdentityByKey } from '../db/identities.ts'
import { openDatabase } from '../db/open.ts'
import { insertOrganization, organizationIds } from '../db/organizations.ts'
import type { Db } from '../db/port.ts'
import { agents, organization } from './content/company.ts'
import { createDemoFolder } from './demoFolder.ts'
import { startDemo, type Demo } from './startDemo.ts'

let dataFolder: string
let db: Db
const clock = systemClock

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'foyer-demo-'))
  db = await openDatabase({ file: join(dataFolder, 'server.db') }, { clock, log: silentLogger })
})

afterEach(async () => {
  await db.close()
  await rm(dataFolder, { recursive: true })
})

/** Nobody listens at the server's address: the customers keep trying. */
const start = async (): Promise<Demo> =>
  startDemo({
    db,
    clock,
    ids: createIds(clock),
    log: silentLogger,
    dataFolder,
    serverUrl: 'http://127.0.0.1:9',
    host: '127.0.0.1',
    newcomers: true,
    agentsConnected: () => 0,
  })

describe('the demonstration', () => {
  it('is made once: the second start finds the same accounts, the same shop and nothing doubled', async () => {
    const first = await start()
    await first.stop()
    const second = await start()
    await second.stop()
    expect(second).toMatchObject({
      accounts: first.accounts,
      shopUrl: first.shopUrl,
      agentId: first.agentId,
      organizationId: first.organizationId,
    })
    expect(await organizationIds(db)).toEqual([organization.id])
  })

  it('lets only those in whose password was made at the first start', async () => {
    const demo = await start()
    await demo.stop()
    expect(new Set(demo.accounts.map(({ password }) => password)).size).toBe(3)
    for (const { account } of agents) {
      const credentials = await credentialsOf(db, account)
      const known = demo.accounts.find((candidate) => candidate.account === account)
      expect(await verifyPassword(known?.password ?? '-', credentials?.passwordHash ?? '')).toBe(
        Boolean(known),
      )
    }
  })

  it('has customers whose tokens the server knows', async () => {
    const demo = await start()
    await demo.stop()
    const players = await createDemoFolder(dataFolder).players()
    expect(players).toHaveLength(5)
    expect(players.filter(({ opened }) => !opened)).toHaveLength(1)
    for (const { id, token } of players) {
      const identity = await findIdentityByKey(db, organization.id, 'web', tokenHash(token ?? ''))
      expect(identity?.conversationId).toBe(id)
    }
  })

  it('refuses a folder that holds a real organisation', async () => {
    const real = { ...organization, id: OrganizationId.parse('real'), name: 'Real' }
    await db.transaction(async (tx) => insertOrganization(tx, real, { epoch: 'e', at: clock.now() }))
    await expect(start()).rejects.toThrow(/real organisation/u)
  })
})
