import { ok, refuse } from '../../base/result.ts'
import { supervises } from '../../domain/permissions/supervises.ts'
import { customersByIds } from '../db/customers.ts'
import { runningSessionsOf } from '../db/runningSessions.ts'
import type { QueryHandler } from './query.ts'

export const runningSessions: QueryHandler<'sessions.running'> = async ({
  db,
  principal,
  known,
  directory,
}) => {
  if (!known.permissions.has('monitor.view')) return refuse('not-found')
  const { organizationId, agentId } = principal
  const colleagues = [...directory.agents.values()].flatMap(({ agent }) =>
    agent.id !== agentId && supervises(known.agent, agent, directory.departments) ? [agent.id] : [],
  )
  const { rows, total } = await runningSessionsOf(db, organizationId, colleagues, MOST)
  const customerIds = [...new Set(rows.map(({ session }) => session.customerId))]
  const customers = new Map(
    (await customersByIds(db, organizationId, customerIds)).map((customer) => [customer.id, customer]),
  )
  return ok({
    sessions: rows.flatMap((row) => {
      const customer = customers.get(row.session.customerId)
      return customer ? [{ ...row, customerName: customer.name, customerNumber: customer.number }] : []
    }),
    total,
  })
}

/** More than anybody looks through; those who wait longest are among them. */
const MOST = 500
