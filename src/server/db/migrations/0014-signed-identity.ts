import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Keys by which a company's own server vouches for its visitors, and what visitors said of themselves without proof. */
export const signedIdentity: Migration = {
  number: 14,
  name: 'signed-identity',
  statements: (driver) => [
    createTable(
      driver,
      'site_keys',
      `organization_id text not null primary key references organizations (organization_id),
       secret text not null,
       public_key text not null,
       version integer not null`,
    ),
    'alter table customers add column verified_as text',
    'alter table customers add column said text',
  ],
}
