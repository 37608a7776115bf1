import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentId,
  ContactGroupId,
  ConversationId,
  Offer,
  OfferId,
  OfferState,
  OrganizationId,
  SessionId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface OfferRow {
  readonly id: OfferId
  readonly kind: Offer['kind']
  readonly conversation_id: ConversationId
  readonly agent_id: AgentId | null
  readonly from_agent_id: AgentId
  readonly session_id: SessionId | null
  readonly remark: string
  readonly group_id: ContactGroupId | null
  readonly text: string
  readonly state: OfferState
  readonly at: number
  readonly until: number | null
}

export const insertOffer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  offer: Offer,
): Promise<void> => {
  await db.run(sql`
    insert into offers (organization_id, id, kind, conversation_id, agent_id, from_agent_id, session_id, remark,
      group_id, text, state, at, until)
    values (${organizationId}, ${offer.id}, ${offer.kind}, ${offer.conversationId}, ${offer.agentId},
      ${offer.fromAgentId}, ${offer.sessionId}, ${offer.remark}, ${offer.groupId}, ${offer.text}, ${offer.state}, ${offer.at},
      ${offer.until})`)
}

export const findOffer = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: OfferId,
): Promise<Offer | undefined> => {
  const row = await db.get<OfferRow>(
    sql`select ${COLUMNS} from offers where organization_id = ${organizationId} and id = ${id}`,
  )
  return row && rowToOffer(row)
}

/** What the customer of a conversation was asked there and has not answered. */
export const openOffersOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  conversationId: ConversationId,
): Promise<Offer[]> =>
  (
    await db.all<OfferRow>(sql`
      select ${COLUMNS} from offers
      where organization_id = ${organizationId} and conversation_id = ${conversationId} and state = 'open'
      order by at, id`)
  ).map(rowToOffer)

/** Settles an offer that is open, once: whoever gets true does what follows from it. */
export const settleOffer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: OfferId,
  state: Exclude<OfferState, 'open'>,
  at: number,
): Promise<boolean> =>
  (await db.run(sql`
    update offers set state = ${state}, answered_at = ${at}
    where organization_id = ${organizationId} and id = ${id} and state = 'open'`)) === 1

const COLUMNS: Sql = {
  text: 'id, kind, conversation_id, agent_id, from_agent_id, session_id, remark, group_id, text, state, at, until',
  values: [],
}

const rowToOffer = (row: OfferRow): Offer => ({
  id: row.id,
  kind: row.kind,
  conversationId: row.conversation_id,
  agentId: row.agent_id,
  fromAgentId: row.from_agent_id,
  sessionId: row.session_id,
  remark: row.remark,
  groupId: row.group_id,
  text: row.text,
  state: row.state,
  at: row.at,
  until: row.until,
})
