import { createSearchIndex } from '../store/search.ts'
import type { ClientView } from '../view.ts'
import { createLiveQueries, type LiveQueries } from './liveQueries.ts'

export type { LiveQueries } from './liveQueries.ts'

export interface QueryEngine extends LiveQueries {
  /** Somebody is at work here: what can wait does. */
  giveWay(): void
}

/** Answers all queries of `ClientApi` from the view, and keeps the search index up to date meanwhile. */
export const createQueryEngine = (view: ClientView): QueryEngine => {
  const search = createSearchIndex(view.store, view.clock, view.log)
  const live = createLiveQueries({ ...view, search })
  return {
    query: (name, args) => {
      search.giveWay()
      return live.query(name, args)
    },
    subscribe: (name, args, listener) => {
      search.giveWay()
      return live.subscribe(name, args, listener)
    },
    giveWay: search.giveWay,
    stop: () => {
      live.stop()
      search.stop()
    },
  }
}
