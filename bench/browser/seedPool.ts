/** A pool as full as it can be, an agent who sees all of it, and somebody who deletes from it. */
import { join } from 'node:path'

import { systemClock } from '../../src/base/clock.ts'
import { silentLogger } from '../../src/base/logger.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  IdentityId,
  OrganizationId,
  RoleId,
  WidgetId,
} from '../../src/protocol/model/index.ts'
import { tokenHash } from '../../src/server/auth/tokens.ts'
import { insertIdentity } from '../../src/server/db/identities.ts'
import { openDatabase } from '../../src/server/db/open.ts'
import { insertRole } from '../../src/server/db/roles.ts'
import { insertSignInTicket } from '../../src/server/db/signInTickets.ts'
import { seedAgent } from '../../tests/support/seedReception.ts'
import { seedRush, type Rush } from '../lib/seedRush.ts'

export const POOL: Rush = { agents: 50, groups: 50, waiting: 2000 }
export const POOL_TICKET = 'ticket-of-the-pool'
export const DELETER = 'bench-deleter' as AgentId
/** Every so many-th of those who wait longest has a page open and writes. */
export const WRITER_EVERY = 10
const WRITERS = 60
const ORGANIZATION = 'bench' as OrganizationId
const LOOKER = 'bench-looker' as AgentId
const WAITING_FOR_MS = 600_000
const TICKET_MS = 3_600_000

/** Those who write, the longest waiting first. */
export const poolWriters = (): readonly { customerToken: string; widgetId: string }[] =>
  Array.from({ length: WRITERS }, (_, index) => ({
    customerToken: `bench.writer-${index}`,
    widgetId: widgetOf(index * WRITER_EVERY),
  }))

export const widgetOf = (place: number): WidgetId => `bench-widget-${place % POOL.groups}` as WidgetId

export const seedPool = async (folder: string): Promise<void> => {
  const db = await openDatabase({ file: join(folder, 'foyer.db') }, { clock: systemClock, log: silentLogger })
  const now = Date.now()
  const at = now - WAITING_FOR_MS
  await seedRush(db, POOL, at)
  await db.transaction(async (tx) => {
    const roleId = 'bench-pool-role' as RoleId
    await insertRole(tx, ORGANIZATION, {
      id: roleId,
      name: '主管',
      permissions: ['client.sign-in', 'chat.external', 'reception.receive', 'customer.config'],
    })
    for (const agentId of [LOOKER, DELETER])
      await seedAgent(tx, ORGANIZATION, { agentId, roleId, load: 0, at })
    for (const [index, { customerToken, widgetId }] of poolWriters().entries()) {
      const place = index * WRITER_EVERY
      const identity = {
        id: `identity-${place}` as IdentityId,
        channel: 'web' as const,
        keyHash: tokenHash(customerToken),
        customerId: `customer-${place}` as CustomerId,
        conversationId: `conversation-${place}` as ConversationId,
        widgetId: widgetId as WidgetId,
      }
      await insertIdentity(tx, ORGANIZATION, identity, at)
    }
    await insertSignInTicket(tx, {
      organizationId: ORGANIZATION,
      agentId: LOOKER,
      ticketHash: tokenHash(POOL_TICKET),
      at: now,
      expiresAt: now + TICKET_MS,
    })
  })
  await db.close()
}
