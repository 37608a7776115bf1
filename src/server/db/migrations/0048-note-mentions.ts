import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Agents who were named in an internal note and have not read it yet. */
export const noteMentions: Migration = {
  number: 48,
  name: 'note-mentions',
  statements: (driver) => [
    createTable(
      driver,
      'note_mentions',
      `organization_id text not null,
       agent_id text not null,
       note_id text not null,
       conversation_id text not null,
       by_agent_id text not null,
       text text not null,
       seq bigint not null,
       at bigint not null,
       primary key (organization_id, agent_id, note_id)`,
      { clustered: true },
    ),
    `create index note_mentions_of_note on note_mentions (organization_id, note_id)`,
  ],
}
