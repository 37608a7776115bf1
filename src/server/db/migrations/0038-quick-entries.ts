import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** The pages of the company's own in the right menu: one text, read and written as a whole, and what signs their context. */
export const quickEntries: Migration = {
  number: 38,
  name: 'quick-entries',
  statements: (driver) => [
    createTable(
      driver,
      'quick_entries',
      `organization_id text not null primary key references organizations (organization_id),
       entries text not null,
       secret text not null,
       version integer not null`,
    ),
    // Every preset of a role has it from now on (chapter 01 section 9).
    `update roles set permissions = replace(permissions, '"client.sign-in"', '"client.sign-in","client.layout"')`,
  ],
}
