import { sql } from '../../base/sql.ts'
import { BETWEEN, type Person } from '../../domain/messages/wrongCustomer.ts'
import type { AgentId, ConversationId, Customer } from '../../protocol/model/index.ts'
import type { ReadDb } from './database.ts'
import { shownRemarks } from './privateRemarks.ts'
import { parseStored } from './stored.ts'

/** So far back what was said is looked at. */
const SAID = 50

export interface OpenPerson extends Person {
  readonly conversationId: ConversationId
  readonly customer: Customer
}

/** The customer of a conversation and those of the agent's other running sessions, with what is known of each. */
export const readOpenPersons = (
  db: ReadDb,
  agentId: AgentId,
  conversationId: ConversationId,
): readonly OpenPerson[] =>
  db
    .all<{ id: ConversationId; data: string; remark: string | null; said: string }>(sql`
      select c.id, u.data, p.remark, (
        select coalesce(group_concat(json_extract(m.body, '$.text'), ${BETWEEN}), '') from messages m
        where m.conversation_id = c.id and m.seq > c.last_seq - ${SAID}
          and (m.sender_kind = 'customer' or c.id = ${conversationId})
      ) as said
      from conversations c
      join customers u on u.id = c.customer_id
      left join ${shownRemarks} p on p.customer_id = u.id
      left join sessions s on s.id = c.session_id
      where c.id = ${conversationId} or (s.handler_id = ${agentId} and s.state in ('assigned', 'active'))`)
    .map(({ id, data, remark, said }) => {
      const customer = parseStored<Customer>(data)
      const { name, phone, email, details } = customer
      return {
        conversationId: id,
        customer,
        names: [name, ...(remark === null ? [] : [remark])].filter((one) => one !== ''),
        known: [
          ...[phone, email, said, ...(details?.phones ?? []), ...(details?.emails ?? [])],
          ...Object.values(details?.custom ?? {}),
        ],
      }
    })
