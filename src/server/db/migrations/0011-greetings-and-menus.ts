import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * What a company says by itself: greetings and the navigation menu, each as one text because it is read and written as a
 * whole; and whose customer was greeted, because that happens once in a session.
 */
export const greetingsAndMenus: Migration = {
  number: 11,
  name: 'greetings-and-menus',
  statements: (driver) => [
    createTable(
      driver,
      'greetings',
      `organization_id text not null primary key references organizations (organization_id),
       data text not null,
       version integer not null`,
    ),
    createTable(
      driver,
      'nav_menus',
      `organization_id text not null primary key references organizations (organization_id),
       draft text not null,
       published text,
       published_at ${driver === 'postgres' ? 'bigint' : 'integer'},
       version integer not null`,
    ),
    `alter table sessions add column greeted_at ${driver === 'postgres' ? 'bigint' : 'integer'}`,
  ],
}
