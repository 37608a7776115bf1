import type { Migration } from '../migrate.ts'

/**
 * The pool in its order, with what it can be narrowed by: whoever sees all of it looks at the first few of a hundred
 * thousand, many times a second.
 */
export const poolInOrder: Migration = {
  name: '0004-pool-in-order',
  text: `
    alter table pool_entries add column source text not null default '';
    alter table pool_entries add column owner_id text;
    update pool_entries set source = data ->> '$.source', owner_id = data ->> '$.ownerId';
    create index pool_entries_waiting on pool_entries (waiting_since, session_id, scope, source, owner_id);
  `,
}
