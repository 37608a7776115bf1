import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Copies of messages that agents keep among their favourites. */
export const savedMessages: Migration = {
  number: 49,
  name: 'saved-messages',
  statements: (driver) => [
    createTable(
      driver,
      'saved_messages',
      `organization_id text not null,
       agent_id text not null,
       message_id text not null,
       file_id text,
       content text not null,
       saved_at bigint not null,
       primary key (organization_id, agent_id, message_id)`,
      { clustered: true },
    ),
    'create index saved_messages_file on saved_messages (organization_id, file_id) where file_id is not null',
  ],
}
