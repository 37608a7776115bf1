import { ok, refuse } from '../../base/result.ts'
import { NOWHERE } from '../commands/reception/routeArrival.ts'
import { findRouter } from '../db/routers.ts'
import { questionText } from '../routers/question.ts'
import type { QueryHandler } from './query.ts'

/** So much of an answer is shown. */
const SHOWN_CHARACTERS = 4000

/** Asks the router about a customer who is not there, with the agents and groups as they are now. */
export const tryRouter: QueryHandler<'router.try'> = async (
  { db, principal, known, directory, now, routers },
  { routerId, widgetId, text },
) => {
  if (!known.permissions.has('api.manage')) return refuse('not-found')
  const found = await findRouter(db, principal.organizationId, routerId)
  if (!found) return refuse('not-found')
  const { router, secret } = found
  const { language } = directory.organization
  const request = await questionText(db, principal.organizationId, directory, router, {
    requestId: 'try-out',
    customerId: null,
    at: now,
    customer: { type: 'new', tags: [], owner: null, region: '', language, name: '', phone: '', email: '' },
    way: { widgetId, channel: 'web', source: NOWHERE, text },
  })
  const reply = await routers.ask({ router, secret, requestId: 'try-out', text: request })
  const { decision } = reply
  return ok({
    request,
    answer: reply.text.slice(0, SHOWN_CHARACTERS),
    ms: reply.ms,
    problem: decision.ok ? null : decision.code,
    decision: decision.ok ? decision.value : null,
  })
}

export const routerHealth: QueryHandler<'router.health'> = async ({ known, directory, routers }) =>
  known.permissions.has('api.manage')
    ? ok({ routers: routers.health([...directory.routers.keys()]) })
    : refuse('not-found')

export const routerAddresses: QueryHandler<'router.addresses'> = async ({ known, directory }) =>
  known.permissions.has('api.manage')
    ? ok({ addresses: Object.fromEntries([...directory.routers].map(([id, { url }]) => [id, url])) })
    : refuse('not-found')
