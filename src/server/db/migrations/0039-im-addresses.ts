import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** The addresses of an account that can be opened by more than one (R-02-011). */
export const imAddresses: Migration = {
  number: 39,
  name: 'im-addresses',
  statements: (driver) => [
    createTable(
      driver,
      'im_addresses',
      `organization_id text not null references organizations (organization_id),
       key_hash text not null,
       account_hash text not null,
       kind text not null,
       address text not null,
       primary key (organization_id, key_hash),
       unique (organization_id, account_hash, kind)`,
    ),
  ],
}
