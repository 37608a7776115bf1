import { sql, type Sql } from '../../base/sql.ts'
import { previewOf } from '../../domain/messages/previewOf.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  MessageBody,
  MessageId,
  OrganizationId,
  PoolEntry,
  SessionId,
  SessionTarget,
} from '../../protocol/model/index.ts'
import type { ReadDb } from './port.ts'
import { leftMessageOf, targetIdOf, toTarget } from './sessionRows.ts'

/** The row of the pending pool of one session; undefined: it does not wait. */
export const findPoolEntry = async (
  db: ReadDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
): Promise<PoolEntry | undefined> =>
  (await entriesWhere(db, sql`s.organization_id = ${organizationId} and s.id = ${sessionId}`))[0]

/** Who waits for one target, the longest waiting first. */
export const poolEntriesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
): Promise<PoolEntry[]> =>
  entriesWhere(
    db,
    sql`s.organization_id = ${organizationId} and s.target_kind = ${target.kind}
      and s.target_id = ${targetIdOf(target)}`,
  )

export const allPoolEntries = async (db: ReadDb, organizationId: OrganizationId): Promise<PoolEntry[]> =>
  entriesWhere(db, sql`s.organization_id = ${organizationId}`)

interface PoolRow {
  readonly id: SessionId
  readonly conversation_id: ConversationId
  readonly customer_id: CustomerId
  readonly customer_name: string
  readonly customer_number: number
  readonly owner_id: AgentId | null
  readonly channel: PoolEntry['channel']
  readonly source: string
  readonly target_kind: SessionTarget['kind']
  readonly target_id: string
  readonly priority: number
  readonly requested_at: number
  readonly pending_since: number | null
  readonly version: number
  readonly left_message: string | null
  readonly message_count: number
  readonly message_id: MessageId | null
  readonly seq: number
  readonly body: string
  readonly at: number
}

/** The customer's own words since the session began: their number and the newest of them. */
const entriesWhere = async (db: ReadDb, where: Sql): Promise<PoolEntry[]> =>
  (
    await db.all<PoolRow>(sql`
      select s.id, s.conversation_id, s.customer_id, c.name as customer_name, c.number as customer_number, c.owner_id,
        s.channel, c.source, s.target_kind, s.target_id, s.priority, s.requested_at, s.pending_since, s.version, s.left_message,
        (select count(*) from messages w where w.organization_id = s.organization_id
          and w.conversation_id = s.conversation_id and w.seq >= s.first_seq and w.sender_kind = 'customer'
        ) as message_count,
        m.id as message_id, m.seq, m.body, m.at
      from sessions s
      join customers c on c.organization_id = s.organization_id and c.id = s.customer_id
      left join messages m on m.organization_id = s.organization_id and m.conversation_id = s.conversation_id
        and m.seq = (select max(l.seq) from messages l where l.organization_id = s.organization_id
          and l.conversation_id = s.conversation_id and l.seq >= s.first_seq and l.sender_kind = 'customer')
      where s.state = 'pending' and ${where}
      order by s.priority desc, s.pending_since, s.id`)
  ).map(rowToPoolEntry)

const rowToPoolEntry = (row: PoolRow): PoolEntry => ({
  sessionId: row.id,
  conversationId: row.conversation_id,
  customerId: row.customer_id,
  customerName: row.customer_name,
  customerNumber: row.customer_number,
  ownerId: row.owner_id,
  channel: row.channel,
  source: row.source,
  target: toTarget(row.target_kind, row.target_id),
  priority: row.priority,
  waitingSince: row.pending_since ?? row.requested_at,
  messageCount: row.message_count,
  ...(row.message_id === null ? { lastText: '' } : lastWord(row, row.message_id)),
  lastAt: row.message_id === null ? row.requested_at : row.at,
  version: row.version,
  ...leftMessageOf(row),
})

const lastWord = (row: PoolRow, id: MessageId): Pick<PoolEntry, 'lastText' | 'lastKind'> => {
  const { text, kind } = previewOf({
    id,
    conversationId: row.conversation_id,
    seq: row.seq,
    sessionId: row.id,
    sender: { kind: 'customer', customerId: row.customer_id },
    body: JSON.parse(row.body) as MessageBody,
    at: row.at,
  })
  const isFile = kind === 'image' || kind === 'file' || kind === 'voice'
  return { lastText: text, ...(isFile && { lastKind: kind }) }
}
