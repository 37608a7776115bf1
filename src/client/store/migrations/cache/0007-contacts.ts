import type { Migration } from '../migrate.ts'

/** The agent's address book, what colleagues ask of each other, and how often customers were answered. */
export const contacts: Migration = {
  name: '0007-contacts',
  text: `
    alter table conversations add column replies integer not null default 0;
    create table contact_groups (
      id text primary key,
      list text not null,
      name text not null
    ) strict, without rowid;
    create table contacts (
      list text not null,
      customer_id text not null,
      group_id text,
      at integer not null,
      primary key (list, customer_id)
    ) strict, without rowid;
    create table transfer_requests (
      id text primary key,
      at integer not null,
      value text not null
    ) strict, without rowid;
  `,
}
