import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Customers who sign in with an address of their own, the codes that prove it is theirs, and the demonstration's mail. */
export const imAccounts: Migration = {
  number: 16,
  name: 'im-accounts',
  statements: (driver) => [
    createTable(
      driver,
      'sign_in_codes',
      `organization_id text not null references organizations (organization_id),
       key_hash text not null,
       code_hash text not null,
       tries integer not null,
       sent_at bigint not null,
       expires_at bigint not null,
       counted_from bigint not null,
       sent_count integer not null,
       primary key (organization_id, key_hash)`,
    ),
    createTable(
      driver,
      'im_sign_ins',
      `organization_id text not null references organizations (organization_id),
       token_hash text not null,
       key_hash text not null,
       kind text not null,
       address text not null,
       created_at bigint not null,
       last_used_at bigint not null,
       primary key (organization_id, token_hash)`,
    ),
    createTable(
      driver,
      'local_outbox',
      `id text not null primary key,
       kind text not null,
       recipient text not null,
       subject text not null,
       text text not null,
       at bigint not null`,
    ),
    'alter table customers add column verified_email text',
    'alter table customers add column verified_phone text',
  ],
}
