/** P17: what is limited stays within its limit, however many come at once. */
import { sql } from '../../../src/base/sql.ts'
import type { DatabaseAddress } from '../../../src/server/db/open.ts'
import { countPending } from '../../../src/server/db/waitingSessions.ts'
import type { CommandOutcome, CustomerPrincipal } from '../../../src/server/engine/types.ts'
import type { Driver } from '../../model/databases.ts'
import { GROUP, openReception, ORGANIZATION, OTHER_GROUP } from '../../support/reception.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { onDatabases } from '../lib/onDatabases.ts'

export interface P17Size {
  /** Customers who come at once while there is room for half of them. */
  readonly arrivals: Readonly<Record<Driver, number>>
}

interface Crowd {
  readonly tries: number
  readonly accepted: number
  readonly above: number
  readonly refused: number
  readonly untyped: number
  readonly lost: number
}

const POOL = 2_000
const MAIN = { kind: 'group', groupId: GROUP } as const

export const runP17 = async (seed: number, { arrivals }: P17Size): Promise<Finding> => {
  const { results, words } = await onDatabases(arrivals, async (fresh, count) => crowd(await fresh(), count))
  const broken = results.filter(
    ([, { above, untyped, lost, accepted }]) => above + untyped + lost > 0 || accepted === 0,
  )
  return {
    id: 'P17',
    promise: 'limits hold under parallel load',
    figure: `${words(
      ({ above, tries, accepted, refused, untyped, lost }) =>
        `${above} above ${POOL} in the pool, ${accepted} of ${tries} let in at once, ${refused} refused with a reason, ` +
        `${untyped} without, ${lost} messages lost (${bound(tries)})`,
    )}; limits of files, broadcasts and owned customers come with those features`,
    holds: broken.length === 0 && results.length > 0,
    seed,
    figures: Object.fromEntries(
      results.flatMap(([driver, found]) =>
        Object.entries(found).map(([name, value]) => [`${driver} ${name}`, value]),
      ),
    ),
    problems: broken.map(([driver, found]) => `${driver}: ${JSON.stringify(found)}`).slice(0, LONGEST_LIST),
  }
}

const crowd = async (address: DatabaseAddress, arrivals: number): Promise<Crowd> => {
  const reception = await openReception({ address, agents: 2, permissions: ['customer.config'] })
  const { db, run, agent, ids } = reception
  try {
    const visitors: CustomerPrincipal[] = []
    for (let each = 0; each < arrivals; each += 1) visitors.push(await reception.customer(`客户${each}`))
    const [first] = visitors
    if (!first) throw new Error('nobody comes')
    const room = arrivals >> 1
    const elsewhere = room >> 1
    await fill(db, first, GROUP, 'main', POOL - room)
    await fill(db, first, OTHER_GROUP, 'other', elsewhere)
    // From two sides: customers come, and a pool administrator moves others here one by one.
    const arriving = visitors.map(async (visitor) => {
      const id = ids.next() as Parameters<typeof run<'customer.write'>>[2]['id']
      return run(visitor, 'customer.write', { id, body: { kind: 'text', text: '在吗' } }, id)
    })
    const moving = Array.from({ length: elsewhere }, async (_, index) => {
      const sessionIds = [`other-${index + 1}`] as Parameters<typeof run<'session.retarget'>>[2]['sessionIds']
      return run(agent(1), 'session.retarget', { sessionIds, to: MAIN })
    })
    const outcomes = await Promise.all([...arriving, ...moving])
    const moves = await Promise.all(moving)
    const pending = await countPending(db, ORGANIZATION, MAIN)
    const full = await db.get<{ count: number }>(sql`
      select count(*) as count from sessions where end_reason = 'refused' and why like '%"cause":"full"%'`)
    const kept = await db.get<{ count: number }>(sql`
      select count(*) as count from messages where sender_kind = 'customer'`)
    const moved = moves.filter(({ ok }) => ok).length
    const refusedMoves = moves.filter((outcome) => !outcome.ok && outcome.code === 'pool-full').length
    const tries = arrivals + elsewhere
    const accepted = pending - (POOL - room)
    const refused = (full?.count ?? 0) + refusedMoves
    return {
      tries,
      accepted,
      above: Math.max(0, pending - POOL),
      refused,
      untyped: tries - accepted - refused + outcomes.filter(isBroken).length,
      lost: arrivals - (kept?.count ?? 0) + Math.max(0, moved - elsewhere),
    }
  } finally {
    await reception.close()
  }
}

const isBroken = (outcome: CommandOutcome): boolean =>
  !outcome.ok && (outcome.code === 'internal' || outcome.code === 'unavailable')

const fill = async (
  db: Awaited<ReturnType<typeof openReception>>['db'],
  { customerId }: CustomerPrincipal,
  groupId: string,
  name: string,
  count: number,
): Promise<void> =>
  db.transaction(async (tx) => {
    const numbers = sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})`
    await tx.run(sql`
      insert into conversations (organization_id, id, customer_id, channel, last_seq, last_at, last_agent_seq,
        delivered_seq, read_seq, created_at)
      ${numbers} select ${ORGANIZATION}, ${`${name}-`} || n, ${customerId}, 'web', 0, 0, 0, 0, 0, 0 from numbers`)
    await tx.run(sql`
      insert into sessions (organization_id, id, conversation_id, customer_id, channel, state, initiator, target_kind,
        target_id, priority, why, first_seq, requested_at, pending_since, version)
      ${numbers} select ${ORGANIZATION}, ${`${name}-`} || n, ${`${name}-`} || n, ${customerId}, 'web', 'pending',
        'customer', 'group', ${groupId}, 0, '{}', 1, 0, 0, 1 from numbers`)
  })
