import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** An agent's own order of the list, rows to come back to, and marks they set on customers by hand. */
export const colorMarks: Migration = {
  number: 31,
  name: 'color-marks',
  statements: (driver) => [
    'alter table list_entries add column rank text',
    'alter table list_entries add column marked_unread integer not null default 0',
    createTable(
      driver,
      'color_marks',
      `organization_id text not null,
       agent_id text not null,
       customer_id text not null,
       mark_ids text not null,
       primary key (organization_id, agent_id, customer_id),
       foreign key (organization_id, agent_id) references agents (organization_id, id),
       foreign key (organization_id, customer_id) references customers (organization_id, id)`,
      { clustered: true },
    ),
    'create index color_marks_customer on color_marks (organization_id, customer_id)',
  ],
}
