import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * What recalled messages said, apart from the messages, so that nothing that reads those can give it away; files that
 * nobody is given any more; and what visitors answered before a chat.
 */
export const recallAndForms: Migration = {
  number: 18,
  name: 'recall-and-forms',
  statements: (driver) => [
    createTable(
      driver,
      'recalled_messages',
      `organization_id text not null,
       message_id text not null,
       body text not null,
       at bigint not null,
       primary key (organization_id, message_id),
       foreign key (organization_id, message_id) references messages (organization_id, id)`,
      { clustered: true },
    ),
    // How long the last ones waited for each target, which those who wait are told (R-18-020).
    `alter table sessions add column waited_ms ${driver === 'postgres' ? 'bigint' : 'integer'}`,
    `create index sessions_waited on sessions (organization_id, target_kind, target_id, assigned_at, waited_ms)
       where waited_ms is not null`,
    'alter table customers add column filled text',
    `alter table files add column withdrawn_at ${driver === 'postgres' ? 'bigint' : 'integer'}`,
  ],
}
