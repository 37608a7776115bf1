import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Answers that are sent at a set time. */
export const scheduledMessages: Migration = {
  number: 44,
  name: 'scheduled-messages',
  statements: (driver) => [
    createTable(
      driver,
      'scheduled_messages',
      `organization_id text not null,
       agent_id text not null,
       id text not null,
       conversation_id text not null,
       text text not null,
       quote_id text,
       due_at bigint not null,
       failure text,
       primary key (organization_id, agent_id, id),
       foreign key (organization_id, conversation_id) references conversations (organization_id, id)`,
      { clustered: true },
    ),
  ],
}
