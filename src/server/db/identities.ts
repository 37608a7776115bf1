import { sql, type Sql } from '../../base/sql.ts'
import type {
  Channel,
  ConversationId,
  CustomerId,
  IdentityId,
  OrganizationId,
  WidgetId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/**
 * A customer's account on one channel: on the web the visitor token, of which only the hash is kept; on `im` the address
 * they have proved to be theirs. On both it may be the id the company's own server vouches for.
 */
export interface Identity {
  readonly id: IdentityId
  readonly channel: Channel
  readonly keyHash: string
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
  readonly widgetId: WidgetId | null
  readonly lastSeenAt: number
  /** How the visitor came last, as the conversation has it. */
  readonly source: string | null
  /** What the visitor said of themselves, as the customer has it. */
  readonly said: string | null
}

interface IdentityRow {
  readonly id: IdentityId
  readonly channel: Channel
  readonly key_hash: string
  readonly customer_id: CustomerId
  readonly conversation_id: ConversationId
  readonly widget_id: WidgetId | null
  readonly last_seen_at: number
  readonly source: string | null
  readonly said: string | null
}

export const insertIdentity = async (
  db: WriteDb,
  organizationId: OrganizationId,
  identity: Omit<Identity, 'lastSeenAt' | 'source' | 'said'>,
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
): Promise<Identity | undefined> =>
  identityWhere(
    db,
    sql`organization_id = ${organizationId} and channel = ${channel} and key_hash = ${keyHash}`,
  )

export const findIdentity = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: IdentityId,
): Promise<Identity | undefined> => identityWhere(db, sql`organization_id = ${organizationId} and id = ${id}`)

/** Whose a conversation with the organisation's face is. */
export const findIdentityOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
): Promise<Identity | undefined> =>
  identityWhere(db, sql`organization_id = ${organizationId} and conversation_id = ${conversationId}`)

/** From now on the identity is found under another key, and under the former one no more. */
export const setIdentityKey = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: IdentityId,
  { channel, keyHash }: Pick<Identity, 'channel' | 'keyHash'>,
): Promise<void> => {
  await db.run(sql`
    update identities set channel = ${channel}, key_hash = ${keyHash}
    where organization_id = ${organizationId} and id = ${id}`)
}

/** The identity is one more of this customer's. */
export const giveIdentity = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: IdentityId,
  customerId: CustomerId,
): Promise<void> => {
  await db.run(sql`
    update identities set customer_id = ${customerId} where organization_id = ${organizationId} and id = ${id}`)
}

const identityWhere = async (db: ReadDb, where: Sql): Promise<Identity | undefined> => {
  const row = await db.get<IdentityRow>(sql`
    select id, channel, key_hash, customer_id, conversation_id, widget_id, last_seen_at,
      (select c.source from conversations c
        where c.organization_id = i.organization_id and c.id = i.conversation_id) as source,
      (select c.said from customers c
        where c.organization_id = i.organization_id and c.id = i.customer_id) as said
    from identities i where ${where}`)
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
  source: row.source,
  said: row.said,
})
