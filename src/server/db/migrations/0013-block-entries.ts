import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Customers whom single agents blocked for themselves (R-02-300). */
export const blockEntries: Migration = {
  number: 13,
  name: 'block-entries',
  statements: (driver) => [
    createTable(
      driver,
      'block_entries',
      `organization_id text not null,
       agent_id text not null,
       customer_id text not null,
       at bigint not null,
       primary key (organization_id, agent_id, customer_id),
       foreign key (organization_id, agent_id) references agents (organization_id, id),
       foreign key (organization_id, customer_id) references customers (organization_id, id)`,
      { clustered: true },
    ),
    'create index block_entries_customer on block_entries (organization_id, customer_id)',
  ],
}
