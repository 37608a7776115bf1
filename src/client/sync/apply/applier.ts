import type { EventName, EventPayload } from '../../../protocol/events/index.ts'
import type { Batch } from './batch.ts'

/** Puts what an event says into the cache. */
export type Applier<N extends EventName> = (batch: Batch, payload: EventPayload<N>) => void
export type Appliers = { readonly [N in EventName]: Applier<N> }
