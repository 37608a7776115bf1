import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * What agents know of a customer besides the fields everybody has: one text, so that a field that is added later needs no
 * column; the stage beside it, because customers are looked for by it. Who changed which field when, what was done for
 * the customer, and which pages they looked at before and after they wrote.
 */
export const customerProfiles: Migration = {
  number: 33,
  name: 'customer-profiles',
  statements: (driver) => [
    'alter table customers add column stage_id text',
    'alter table customers add column details text',
    createTable(
      driver,
      'customer_settings',
      `organization_id text not null primary key references organizations (organization_id),
       data text not null,
       version integer not null`,
    ),
    createTable(
      driver,
      'customer_changes',
      `organization_id text not null,
       customer_id text not null,
       field text not null,
       version integer not null,
       at bigint not null,
       agent_id text not null,
       from_value text not null,
       to_value text not null,
       primary key (organization_id, customer_id, field, version),
       foreign key (organization_id, customer_id) references customers (organization_id, id)`,
      { clustered: true },
    ),
    createTable(
      driver,
      'follow_records',
      `organization_id text not null,
       id text not null,
       customer_id text not null,
       author_id text not null,
       at bigint not null,
       edited_at bigint,
       text text not null,
       primary key (organization_id, id),
       foreign key (organization_id, customer_id) references customers (organization_id, id)`,
    ),
    'create index follow_records_customer on follow_records (organization_id, customer_id, at)',
    createTable(
      driver,
      'customer_visits',
      `organization_id text not null,
       conversation_id text not null,
       at bigint not null,
       until bigint not null,
       number integer not null,
       mobile smallint not null,
       source text not null,
       pages text not null,
       primary key (organization_id, conversation_id, at),
       foreign key (organization_id, conversation_id) references conversations (organization_id, id)`,
      { clustered: true },
    ),
    // Whoever edits customers says how far one has come with them (chapter 01 section 9).
    `update roles set permissions = replace(permissions, '"customer.edit"', '"customer.edit","customer.stage"')`,
  ],
}
