import type { Migration } from './migration.ts'

/**
 * Whether nothing but a mobile connects an agent, for which routing asks (R-02-063); and the queue of each target in its
 * order, so that places in it are counted without reading the sessions: thousands may wait (R-02-008).
 */
export const deviceAndQueue: Migration = {
  number: 15,
  name: 'device-and-queue',
  statements: (driver) => [
    `alter table agent_presence
       add column mobile_only ${driver === 'postgres' ? 'smallint' : 'integer'} not null default 0`,
    `create index sessions_queue on sessions (organization_id, target_kind, target_id, priority desc, pending_since, id,
       conversation_id) where state = 'pending' and left_message is null`,
  ],
}
