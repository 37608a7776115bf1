import type { Migration } from '../migrate.ts'

/**
 * What the server has told: can be thrown away at any time.
 *
 * `data` holds the whole row as JSON; the columns beside it are what is searched, joined or sorted by. Messages keep
 * their own `key`, as the search index wants numbers.
 */
export const start: Migration = {
  name: '0001-start',
  text: `
    create table position (
      id integer primary key check (id = 1),
      epoch text not null,
      -- Null while the first load is not complete.
      revision integer,
      -- Counts complete loads, to know which scopes the last one brought.
      generation integer not null,
      me text
    ) strict;

    create table scopes (
      scope text primary key,
      -- The log up to here is contained in the scope's rows.
      revision integer not null,
      generation integer not null
    ) strict, without rowid;

    create table directory (
      noun text not null,
      id text not null,
      data text not null,
      primary key (noun, id)
    ) strict, without rowid;

    create table quick_replies (
      id text primary key,
      owner_id text,
      group_name text not null,
      title text not null,
      text text not null,
      position integer not null
    ) strict, without rowid;

    create table customers (
      id text primary key,
      number integer not null,
      name text not null,
      version integer not null,
      data text not null
    ) strict;

    create table conversations (
      id text primary key,
      customer_id text not null,
      channel text not null,
      widget_id text,
      session_id text,
      last_seq integer not null,
      preview text,
      delivered_seq integer not null,
      read_seq integer not null,
      created_at integer not null,
      -- When the latest thing happened in it.
      at integer not null,
      -- The customer's message that waits for an answer longest.
      waiting_since integer
    ) strict;
    create index conversations_customer on conversations (customer_id);

    create table sessions (
      id text primary key,
      conversation_id text not null,
      state text not null,
      handler_id text,
      version integer not null,
      data text not null
    ) strict;
    create index sessions_conversation on sessions (conversation_id);

    create table list_entries (
      conversation_id text primary key,
      read_seq integer not null,
      pinned integer not null,
      added_at integer not null
    ) strict, without rowid;

    -- Changes of list entries that are shown before the server has confirmed them.
    create table list_entry_overlays (
      command_id text primary key,
      conversation_id text not null,
      read_seq integer,
      pinned integer,
      -- From this revision on the log contains the change; null until it is confirmed.
      revision integer
    ) strict, without rowid;

    create table messages (
      key integer primary key,
      conversation_id text not null,
      seq integer not null,
      id text not null,
      session_id text,
      sender_kind text not null,
      sender_id text,
      body text not null,
      at integer not null
    ) strict;
    create unique index messages_thread on messages (conversation_id, seq);

    -- Numbers that were skipped; what comes after them is not shown before they are filled.
    create table gaps (
      conversation_id text not null,
      from_seq integer not null,
      to_seq integer not null,
      primary key (conversation_id, from_seq)
    ) strict, without rowid;

    create table pool_entries (
      session_id text primary key,
      scope text not null,
      waiting_since integer not null,
      version integer not null,
      data text not null
    ) strict, without rowid;
  `,
}
