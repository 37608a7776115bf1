import { ok, refuse } from '../../../base/result.ts'
import { deleteRouter } from '../../db/routers.ts'
import { widgetsOf } from '../../db/widgets.ts'
import type { Handler } from '../handler.ts'

/** Whoever waits for its answer goes on the usual way. */
export const removeRouter: Handler<'router.remove'> = async (work, _principal, { id, version }) => {
  const router = (await work.directory()).routers.get(id)
  if (!router) return refuse('not-found')
  if (router.version !== version) return refuse('conflict')
  const widgets = await widgetsOf(work.tx, work.organizationId)
  const uses = widgets.filter(({ routerId }) => routerId === id).length
  if (uses > 0) return refuse('router-in-use', { uses })
  await deleteRouter(work.tx, work.organizationId, id)
  work.publish('org', 'router.removed', { id })
  return ok({})
}
