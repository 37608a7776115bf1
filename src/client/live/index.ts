import type { Quiet } from '../quiet.ts'
import { createSearchIndex } from '../store/search.ts'
import type { ClientView } from '../view.ts'
import { createLiveQueries, type LiveQueries } from './liveQueries.ts'

export type { LiveQueries } from './liveQueries.ts'

/** Answers all queries of `ClientApi` from the view, and keeps the search index up to date meanwhile. */
export const createQueryEngine = (view: ClientView, quiet: Quiet): LiveQueries => {
  const search = createSearchIndex(view.store, view.clock, view.log, quiet)
  const live = createLiveQueries({ ...view, search })
  return {
    query: (name, args) => {
      quiet.disturb()
      return live.query(name, args)
    },
    subscribe: (name, args, listener) => {
      quiet.disturb()
      return live.subscribe(name, args, listener)
    },
    stop: () => {
      live.stop()
      search.stop()
    },
  }
}
