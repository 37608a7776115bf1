import { sql } from '../../base/sql.ts'
import type {
  Channel,
  ConversationId,
  CustomerId,
  IdentityId,
  OrganizationId,
  WidgetId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** A customer's account on one channel: on the web the visitor token, of which only the hash is kept. */
export interface Identity {
  readonly id: IdentityId
  readonly channel: Channel
  readonly keyHash: string
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
  readonly widgetId: WidgetId | null
  readonly lastSeenAt: number
}

interface IdentityRow {
  readonly id: IdentityId
  readonly channel: Channel
  readonly key_hash: string
  readonly customer_id: CustomerId
  readonly conversation_id: ConversationId
  readonly widget_id: WidgetId | null
  readonly last_seen_at: number
}

export const insertIdentity = async (
  db: WriteDb,
  organizationId: OrganizationId,
  identity: Omit<Identity, 'lastSeenAt'>,
  at: number,
): Promise<void> => {
  await db.run(sql`
    insert into identities (organization_id, id, channel, key_hash, customer_id, conversation_id, widget_id, created_at,
      last_seen_at)
    values (${organizationId}, ${identity.id}, ${identity.channel}, ${identity.keyHash}, ${identity.customerId},
      ${identity.conversationId}, ${identity.widgetId}, ${at}, ${at})`)
}

export const findIdentityByKey = async (
  db: ReadDb,
  organizationId: OrganizationId,
  channel: Channel,
  keyHash: string,
): Promise<Identity | undefined> => {
  const row = await db.get<IdentityRow>(sql`
    select id, channel, key_hash, customer_id, conversation_id, widget_id, last_seen_at from identities
    where organization_id = ${organizationId} and channel = ${channel} and key_hash = ${keyHash}`)
  return row && rowToIdentity(row)
}

export const touchIdentity = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: IdentityId,
  at: number,
): Promise<void> => {
  await db.run(sql`
    update identities set last_seen_at = ${at} where organization_id = ${organizationId} and id = ${id}`)
}

const rowToIdentity = (row: IdentityRow): Identity => ({
  id: row.id,
  channel: row.channel,
  keyHash: row.key_hash,
  customerId: row.customer_id,
  conversationId: row.conversation_id,
  widgetId: row.widget_id,
  lastSeenAt: row.last_seen_at,
})
