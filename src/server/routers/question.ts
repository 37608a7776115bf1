import { isReceivable } from '../../domain/routing/isReceivable.ts'
import type {
  Arrival,
  CustomerId,
  CustomRouter,
  OrganizationId,
  RouterField,
} from '../../protocol/model/index.ts'
import { factsOf } from '../commands/reception/presence.ts'
import { presencesOf } from '../db/agentPresence.ts'
import { findCustomer } from '../db/customers.ts'
import type { ReadDb } from '../db/port.ts'
import { pendingByGroup } from '../db/waitingSessions.ts'
import type { Directory } from '../engine/directory.ts'

/** Who comes, as a router is told. */
export interface Caller {
  /** Of the session: one question for one request (R-16-106). */
  readonly requestId: string
  readonly customerId: CustomerId | null
  readonly at: number
  /** What is known of them; the router is told the fields it is allowed. */
  readonly customer: Readonly<Record<Exclude<RouterField, 'firstMessage'>, unknown>>
  readonly way: Pick<Arrival, 'widgetId' | 'channel' | 'source' | 'text'>
}

/** What the router is asked, as JSON text (R-16-101). */
export const questionText = async (
  db: ReadDb,
  organizationId: OrganizationId,
  directory: Directory,
  { fields }: Pick<CustomRouter, 'fields'>,
  caller: Caller,
): Promise<string> => {
  const allowed = Object.entries(caller.customer).filter(([name]) => fields.some((field) => field === name))
  const { widgetId, channel, source, text } = caller.way
  const candidates = await candidatesOf(db, organizationId, directory)
  const waiting = await pendingByGroup(db, organizationId)
  return JSON.stringify({
    type: 'session.requested',
    requestId: caller.requestId,
    occurredAt: new Date(caller.at).toISOString(),
    attempt: 1,
    customer: { id: caller.customerId, ...Object.fromEntries(allowed) },
    channel,
    source,
    widget: widgetId,
    ...(fields.includes('firstMessage') && { firstMessage: text }),
    candidates,
    groups: [...directory.groups.values()].map(({ id, name, memberIds }) => ({
      group: id,
      name,
      on: candidates.filter(({ agent, receivable }) => receivable && memberIds.includes(agent)).length,
      total: memberIds.length,
      waiting: waiting.get(id) ?? 0,
    })),
  })
}

/** Whoever is there and may receive customers at all. */
const candidatesOf = async (db: ReadDb, organizationId: OrganizationId, { agents }: Directory) =>
  (await presencesOf(db, organizationId)).flatMap((row) => {
    const known = agents.get(row.agent_id)
    if (!known || row.online === 0 || !known.permissions.has('reception.receive')) return []
    const facts = factsOf(known, row)
    return [
      {
        agent: row.agent_id,
        groups: [...known.groupIds],
        presence: facts.presence,
        load: facts.load,
        capacity: facts.capacity,
        receivable: isReceivable(facts),
      },
    ]
  })

/** What is known of a customer; nothing of somebody who is not there. */
export const factsOfCustomer = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: CustomerId,
): Promise<Caller['customer']> => {
  const customer = await findCustomer(db, organizationId, id)
  return {
    type: customer?.type ?? 'new',
    tags: customer?.tagIds ?? [],
    owner: customer?.ownerId ?? null,
    region: customer?.region ?? '',
    language: customer?.language ?? '',
    name: customer?.name ?? '',
    phone: customer?.phone ?? '',
    email: customer?.email ?? '',
  }
}
