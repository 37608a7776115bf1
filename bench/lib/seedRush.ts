/** An organisation in a rush, written straight into an empty SQLite database: agents online in groups, and who waits. */
import type { AgentId, GroupId, OrganizationId, RoleId, WidgetId } from '../../src/protocol/model/index.ts'
import { GROUP_DEFAULTS, RECEPTION_DEFAULTS } from '../../src/protocol/model/index.ts'
import { insertOrganization } from '../../src/server/db/organizations.ts'
import type { Db, WriteDb } from '../../src/server/db/port.ts'
import { insertGroup } from '../../src/server/db/receptionGroups.ts'
import { insertRole } from '../../src/server/db/roles.ts'
import { openSqliteSearchIndex } from '../../src/server/db/sqliteSearchIndex.ts'
import { insertWidget } from '../../src/server/db/widgets.ts'
import { agentTokenOf, seedAgent } from '../../tests/support/seedReception.ts'
import { widgetRow } from '../../tests/support/widgetRow.ts'

export interface Rush {
  readonly agents: number
  readonly groups: number
  /** So many wait for each group. */
  readonly waiting: number
}

export interface SeededRush {
  readonly agents: readonly { readonly agentId: AgentId; readonly agentToken: string }[]
  /** One for each group. */
  readonly widgetIds: readonly WidgetId[]
  /** Of the first group, the longest waiting first. */
  readonly waitingIds: readonly string[]
}

export const RUSH_EPOCH = 'bench'
const ORGANIZATION = 'bench' as OrganizationId
const CAPACITY = 200

/** Of every other group all are full, so that half of those who come have to wait. */
export const isFull = (group: number): boolean => group % 2 === 0

export const seedRush = async (db: Db, rush: Rush, at: number): Promise<SeededRush> =>
  db.transaction(async (tx) => {
    await insertOrganization(
      tx,
      {
        id: ORGANIZATION,
        name: 'bench',
        timeZone: 'Asia/Shanghai',
        language: 'zh-CN',
        policy: 'idle-rate',
        capacity: CAPACITY,
        waitingLimitMs: 120_000,
        // Whoever is not at their limit may take somebody by hand, also in the groups that are full.
        reception: { ...RECEPTION_DEFAULTS, acceptOverCapacity: true },
        version: 1,
      },
      { epoch: RUSH_EPOCH, at },
    )
    const roleId = 'bench-role' as RoleId
    await insertRole(tx, ORGANIZATION, {
      id: roleId,
      name: '客服',
      permissions: ['client.sign-in', 'chat.external', 'reception.receive', 'reception.transfer'],
    })
    const agentIds = Array.from({ length: rush.agents }, (_, index) => `bench-agent-${index}` as AgentId)
    for (const [index, agentId] of agentIds.entries()) {
      const load = isFull(index % rush.groups) ? CAPACITY : index % 7
      await seedAgent(tx, ORGANIZATION, { agentId, roleId, load, at })
    }
    const widgetIds: WidgetId[] = []
    for (let group = 0; group < rush.groups; group += 1) {
      const groupId = groupIdOf(group)
      await insertGroup(tx, ORGANIZATION, {
        id: groupId,
        name: `组 ${group}`,
        memberIds: agentIds.filter((_, index) => index % rush.groups === group),
        main: group === 0,
        ...GROUP_DEFAULTS,
      })
      const widgetId = `bench-widget-${group}` as WidgetId
      await insertWidget(tx, ORGANIZATION, widgetRow(widgetId, { kind: 'group', groupId }, at))
      widgetIds.push(widgetId)
    }
    await seedWaiting(tx, rush, at)
    return {
      agents: agentIds.map((agentId) => ({ agentId, agentToken: agentTokenOf(agentId) })),
      widgetIds,
      waitingIds: Array.from({ length: rush.waiting }, (_, place) => `waiting-${place * rush.groups}`),
    }
  })

/**
 * Notes in the search index that those who wait are in it: they would have been since they came, and a server that takes
 * up a hundred thousand messages while customers arrive is another measurement.
 */
export const markIndexed = async (file: string, at: number): Promise<void> => {
  const index = openSqliteSearchIndex(file)
  await index.add(ORGANIZATION, [], { revision: 0, backfill: null, beganAt: at })
  await index.settle()
  await index.close()
}

const groupIdOf = (group: number): GroupId => `bench-group-${group}` as GroupId

/** A hundred thousand one by one would take longer than what is measured. */
const seedWaiting = async (tx: WriteDb, { groups, waiting }: Rush, at: number): Promise<void> => {
  const numbers = `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${groups * waiting - 1})`
  const org = `'${ORGANIZATION}'`
  const run = async (text: string): Promise<number> => tx.run({ text, values: [] })
  await run(`insert into customers (organization_id, id, number, name, phone, email, company, region, language, source,
      type, ownership, note, created_at, version)
    ${numbers} select ${org}, 'customer-' || i, 1000000 + i, '', '', '', '', '上海', 'zh-CN', '', 'new', 'company-pool',
      '', ${at}, 1 from n`)
  await run(`insert into conversations (organization_id, id, customer_id, channel, session_id, last_seq, last_at,
      last_agent_seq, last_customer_at, delivered_seq, read_seq, created_at)
    ${numbers} select ${org}, 'conversation-' || i, 'customer-' || i, 'web', 'waiting-' || i, 1, ${at}, 0, ${at}, 0, 0,
      ${at} from n`)
  await run(`insert into messages (organization_id, conversation_id, seq, id, session_id, sender_kind, sender_id, body, at)
    ${numbers} select ${org}, 'conversation-' || i, 1, 'message-' || i, 'waiting-' || i, 'customer', 'customer-' || i,
      '{"kind":"text","text":"有人吗？"}', ${at} from n`)
  await run(`insert into sessions (organization_id, id, conversation_id, customer_id, channel, state, initiator,
      target_kind, target_id, priority, why, first_seq, requested_at, pending_since, version)
    ${numbers} select ${org}, 'waiting-' || i, 'conversation-' || i, 'customer-' || i, 'web', 'pending', 'customer',
      'group', 'bench-group-' || (i % ${groups}), 0, '{"step":"overflow"}', 1, ${at}, ${at} + i, 1 from n`)
}
