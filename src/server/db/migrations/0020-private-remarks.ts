import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Names for customers that single agents keep for themselves (R-03-130). */
export const privateRemarks: Migration = {
  number: 20,
  name: 'private-remarks',
  statements: (driver) => [
    createTable(
      driver,
      'private_remarks',
      `organization_id text not null,
       agent_id text not null,
       customer_id text not null,
       remark text not null,
       primary key (organization_id, agent_id, customer_id),
       foreign key (organization_id, agent_id) references agents (organization_id, id),
       foreign key (organization_id, customer_id) references customers (organization_id, id)`,
      { clustered: true },
    ),
    // Whoever talks to customers may call them what they like (chapter 01 section 9).
    `update roles set permissions = replace(permissions, '"reception.receive"',
      '"reception.receive","remark.private"')`,
  ],
}
