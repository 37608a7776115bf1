import type { CustomRouter, WidgetId } from '../../../protocol/model/index.ts'
import type { StoredSession } from '../../db/sessions.ts'
import { findWidget } from '../../db/widgets.ts'
import type { Work } from '../../engine/work.ts'

/** What asking, answering and storing the answer may take beyond the router's own time. */
const SLACK_MS = 2000

/** Step 2 (R-02-082): the router that the entry names; null: none, or it is switched off. */
export const routerOf = async (work: Work, widgetId: WidgetId | null): Promise<CustomRouter | null> => {
  const { routers } = await work.directory()
  if (routers.size === 0 || widgetId === null) return null
  const id = (await findWidget(work.tx, widgetId))?.widget.routerId
  const router = id ? routers.get(id) : undefined
  return router?.on ? router : null
}

/**
 * Lets a router decide: outside of this turn, which must not wait for anybody's network. The session stays `requested`; the
 * row of the timer says that it waits, and whoever takes it away goes on: the answer, or the timer if there is none.
 */
export const askRouter = async (
  work: Work,
  { session }: StoredSession,
  router: CustomRouter,
): Promise<void> => {
  await work.timer('router-silent', session.id, work.now + router.limitMs + SLACK_MS)
  work.signal({ kind: 'router-asked', sessionId: session.id, routerId: router.id })
}
