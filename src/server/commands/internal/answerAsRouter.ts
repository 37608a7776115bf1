import { ok } from '../../../base/result.ts'
import { takeTimer } from '../../db/timers.ts'
import type { InternalHandler } from '../handler.ts'
import { routeOn } from '../reception/routeArrival.ts'
import { canFollow } from '../reception/routeByRouter.ts'

/**
 * What a router decided outside of the writer's turn takes effect, once: whoever takes the timer away goes on (R-16-106).
 * Whom it names must be there; else the usual way goes on as without an answer (R-16-103).
 */
export const answerAsRouter: InternalHandler<'router.answer'> = async (
  work,
  { sessionId, routerId, decision },
) => {
  if (!(await takeTimer(work.tx, work.organizationId, 'router-silent', sessionId)))
    return ok({ taken: 'late' })
  const router = (await work.directory()).routers.get(routerId)
  const follows = router !== undefined && decision !== null && (await canFollow(work, decision))
  await routeOn(work, sessionId, follows ? { router, decision } : null)
  return ok({ taken: router && decision && !follows ? 'unknown' : 'yes' })
}
