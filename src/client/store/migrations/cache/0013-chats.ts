import type { Migration } from '../migrate.ts'

/** What colleagues say among themselves: threads without a customer and a channel. */
export const chats: Migration = {
  name: '0013-chats',
  text: `
    alter table conversations alter column customer_id drop not null;
    alter table conversations alter column channel drop not null;
    create table chats (
      id text primary key,
      kind text not null,
      name text,
      creator_id text not null,
      member_ids text not null,
      created_at integer not null,
      -- The agent was removed from it: what is here is all they see.
      is_left integer not null
    ) strict, without rowid;
  `,
}
