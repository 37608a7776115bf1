import type { Migration } from './migration.ts'

/** How customers are given to agents, as one text: a setting that is added later needs no column. */
export const receptionSettings: Migration = {
  number: 5,
  name: 'reception-settings',
  statements: () => [
    `alter table organizations add column reception text not null default '{}'`,
    'alter table organizations add column version integer not null default 1',
    // For whoever comes back: the last session of a conversation with a group.
    'create index sessions_conversation on sessions (organization_id, conversation_id, requested_at)',
  ],
}
