import { ok, refuse } from '../../../base/result.ts'
import { routerSeen } from '../../../domain/routing/routerSeen.ts'
import { ROUTER_LIMITS, type CustomRouter } from '../../../protocol/model/index.ts'
import { findRouter, saveRouter as saveRow } from '../../db/routers.ts'
import { newSigningSecret } from '../../outbound/signedPost.ts'
import type { Handler } from '../handler.ts'

export const saveRouter: Handler<'router.save'> = async (
  work,
  _principal,
  { renewSecret, version, ...plan },
) => {
  const { routers } = await work.directory()
  const before = await findRouter(work.tx, work.organizationId, plan.id)
  if ((before?.router.version ?? null) !== version) return refuse('conflict')
  if (!before && routers.size >= ROUTER_LIMITS.routers) return refuse('too-many-routers')
  const hasOther = [...routers.values()].some(({ id, name }) => id !== plan.id && name === plan.name)
  if (hasOther) return refuse('router-name-taken')
  const router: CustomRouter = { ...plan, fields: [...new Set(plan.fields)], version: (version ?? 0) + 1 }
  const isNew = renewSecret || !before
  const secret = isNew ? newSigningSecret() : before.secret
  await saveRow(work.tx, work.organizationId, router, secret)
  work.publish('org', 'router.changed', { router: routerSeen(router) })
  return ok({ router, secret: isNew ? secret : null })
}
