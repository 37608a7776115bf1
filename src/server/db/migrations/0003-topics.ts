import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** What sessions are about: the company's list, as one text because it is read and written as a whole, and who has which. */
export const topics: Migration = {
  number: 3,
  name: 'topics',
  statements: (driver) => [
    createTable(
      driver,
      'topic_lists',
      `organization_id text not null primary key references organizations (organization_id),
       enabled ${driver === 'postgres' ? 'smallint' : 'integer'} not null,
       required ${driver === 'postgres' ? 'smallint' : 'integer'} not null,
       topics text not null,
       version integer not null`,
    ),
    'alter table sessions add column topic_id text',
    'alter table session_journal add column topic_id text',
  ],
}
