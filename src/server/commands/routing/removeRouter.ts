import { ok, refuse } from '../../../base/result.ts'
import { usesOf } from '../../../domain/routing/uses.ts'
import { deleteRouter } from '../../db/routers.ts'
import type { Handler } from '../handler.ts'
import { namingSettings } from './namingSettings.ts'

/** Whoever waits for its answer goes on the usual way. */
export const removeRouter: Handler<'router.remove'> = async (work, _principal, { id, version }) => {
  const router = (await work.directory()).routers.get(id)
  if (!router) return refuse('not-found')
  if (router.version !== version) return refuse('conflict')
  const uses = usesOf({ kind: 'router', routerId: id }, await namingSettings(work)).length
  if (uses > 0) return refuse('router-in-use', { uses })
  await deleteRouter(work.tx, work.organizationId, id)
  work.publish('org', 'router.removed', { id })
  return ok({})
}
