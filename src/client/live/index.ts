import { createSearchIndex } from '../store/search.ts'
import type { ClientView } from '../view.ts'
import { createLiveQueries, type LiveQueries } from './liveQueries.ts'

export type { LiveQueries } from './liveQueries.ts'

/** Answers all queries of `ClientApi` from the view, and keeps the search index up to date meanwhile. */
export const createQueryEngine = (view: ClientView): LiveQueries => {
  const search = createSearchIndex(view.store, view.clock, view.log)
  const live = createLiveQueries({ ...view, search })
  return {
    ...live,
    stop: () => {
      live.stop()
      search.stop()
    },
  }
}
