import type { EventName, LogEntry } from '../../../protocol/events/index.ts'
import { agentAppliers } from './agents.ts'
import type { Applier } from './applier.ts'
import type { Batch } from './batch.ts'
import { organizationAppliers } from './organization.ts'
import { poolAppliers } from './pool.ts'
import { threadAppliers } from './threads.ts'

/** One for every event; an event without one does not compile. */
const appliers = {
  ...organizationAppliers,
  ...agentAppliers,
  ...threadAppliers,
  ...poolAppliers,
} satisfies { [N in EventName]: Applier<N> }

/** Applies one entry of the log. */
export const applyEntry = (batch: Batch, entry: LogEntry): void => {
  const applier = appliers[entry.event] as (batch: Batch, payload: LogEntry['payload']) => void
  applier(batch, entry.payload)
}

export { createBatch, type Batch } from './batch.ts'
