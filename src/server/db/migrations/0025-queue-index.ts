import type { Migration } from './migration.ts'

/**
 * The queue of each target with everything its conditions name: SQLite would look at each session of thousands to see that it
 * waits, although the index holds no others (R-02-008).
 */
export const queueIndex: Migration = {
  number: 25,
  name: 'queue-index',
  statements: () => [
    'drop index sessions_queue',
    `create index sessions_queue on sessions (organization_id, target_kind, target_id, priority desc, pending_since, id,
       conversation_id, state, left_message) where state = 'pending' and left_message is null`,
  ],
}
