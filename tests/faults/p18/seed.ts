import { sql } from '../../../src/base/sql.ts'
import type { DatabaseAddress } from '../../../src/server/db/open.ts'
import { groupsOf, saveGroup } from '../../../src/server/db/receptionGroups.ts'
import { createTestClock } from '../../support/clock.ts'
import { GROUP, openReception, ORGANIZATION } from '../../support/reception.ts'

const MINUTE_MS = 60_000
const AGENTS = 20

/**
 * Writes conversations in which something is long due: in three of four an agent who began has heard nothing for hours and
 * the session ends, in the others a customer has waited for an answer and is given to a colleague.
 */
export const seedDue = async (address: DatabaseAddress, timers: number, now: number): Promise<void> => {
  const reception = await openReception({
    address,
    agents: AGENTS,
    capacity: 200,
    clock: createTestClock(now),
  })
  const { db } = reception
  const { customerId } = await reception.customer('客户')
  // PostgreSQL takes a bare value in a `case` for text.
  const old = sql`cast(${now - 120 * MINUTE_MS} as bigint)`
  const numbers = sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${timers})`
  const isWaiting = sql`n % 4 = 0`
  const handler = sql`'agent-' || (1 + (n / 4) % 10)`
  await db.transaction(async (tx) => {
    for (const group of await groupsOf(tx, ORGANIZATION)) {
      if (group.main)
        // So long that nobody has waited for it again by the time a slow machine has done with all.
        await saveGroup(tx, ORGANIZATION, { ...group, timeoutTransfer: { minutes: 30, customerNote: '' } })
    }
    // Half of them have the sessions; the others have room for those of one.
    await tx.run(sql`update agent_presence set online = 1, connected = 0`)
    await tx.run(sql`
      insert into conversations (organization_id, id, customer_id, channel, last_seq, last_at, last_agent_seq, last_agent_at,
        last_customer_at, delivered_seq, read_seq, created_at)
      ${numbers} select ${ORGANIZATION}, 'talk-' || n, ${customerId}, 'web', 1, ${old},
        case when ${isWaiting} then 0 else 1 end, case when ${isWaiting} then null else ${old} end,
        case when ${isWaiting} then ${old} else null end, 0, 0, ${old} from numbers`)
    await tx.run(sql`
      insert into messages (organization_id, conversation_id, seq, id, session_id, sender_kind, sender_id, body, at)
      ${numbers} select ${ORGANIZATION}, 'talk-' || n, 1, 'message-' || n, 'session-' || n,
        case when ${isWaiting} then 'customer' else 'agent' end,
        case when ${isWaiting} then ${customerId} else ${handler} end, '{"kind":"text","text":"在吗"}', ${old} from numbers`)
    await tx.run(sql`
      insert into sessions (organization_id, id, conversation_id, customer_id, channel, state, initiator, target_kind,
        target_id, handler_id, priority, why, first_seq, requested_at, assigned_at, version)
      ${numbers} select ${ORGANIZATION}, 'session-' || n, 'talk-' || n, ${customerId}, 'web',
        case when ${isWaiting} then 'assigned' else 'active' end,
        case when ${isWaiting} then 'customer' else 'agent' end, 'group', ${GROUP}, ${handler}, 0,
        '{"step":"policy"}', 1, ${old}, ${old}, 1 from numbers`)
    await tx.run(sql`
      insert into session_journal (organization_id, session_id, version, at, actor_kind, cause, to_state, why)
      select organization_id, id, 1, ${old}, 'system', 'routed', state, why from sessions where id like 'session-%'`)
    await tx.run(sql`
      update agent_presence set load = (select count(*) from sessions s where s.organization_id = agent_presence.organization_id
        and s.handler_id = agent_presence.agent_id and s.state = 'assigned')`)
    await tx.run(sql`
      insert into timers (organization_id, kind, subject, due_at)
      ${numbers} select ${ORGANIZATION}, case when ${isWaiting} then 'session-unanswered' else 'session-idle' end,
        'session-' || n, cast(${now - 60 * MINUTE_MS} as bigint) + n from numbers`)
  })
  await reception.close()
}
