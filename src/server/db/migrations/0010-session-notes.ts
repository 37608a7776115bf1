import type { Migration } from './migration.ts'

/**
 * What somebody who gives a session on writes to those who go on with it, kept with the change (R-02-223); and a way to an
 * agent's ratings of today (R-02-266).
 */
export const sessionNotes: Migration = {
  number: 10,
  name: 'session-notes',
  statements: () => [
    `alter table session_journal add column note text not null default ''`,
    `create index sessions_rated on sessions (organization_id, handler_id, rated_at) where rated_at is not null`,
  ],
}
