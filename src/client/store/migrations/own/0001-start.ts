import type { Migration } from '../migrate.ts'

/** What only this device knows: nothing of it can be fetched again. */
export const start: Migration = {
  name: '0001-start',
  text: `
    -- Id of this device, who is signed in, the last known difference of the clocks.
    create table device (
      key text primary key,
      value text not null
    ) strict, without rowid;

    create table accounts (
      agent_id text primary key,
      organization_id text not null,
      organization_name text not null,
      agent_name text not null,
      account text not null,
      server text not null,
      -- Null: signed out elsewhere; kept so that drafts and unsent messages find their owner again.
      token text,
      -- 'signed-out-elsewhere' or 'disabled'
      cause text,
      used_at integer not null
    ) strict, without rowid;

    create table settings (
      key text primary key,
      value text not null
    ) strict, without rowid;

    create table drafts (
      agent_id text not null,
      conversation_id text not null,
      text text not null,
      saved_at integer not null,
      primary key (agent_id, conversation_id)
    ) strict, without rowid;

    create table outbox (
      position integer primary key autoincrement,
      -- The message's id and the command's, through every try.
      id text not null unique,
      agent_id text not null,
      conversation_id text not null,
      kind text not null,
      -- The text, or the name of the file.
      text text not null,
      mime text not null,
      bytes integer not null,
      seen_seq integer,
      -- 'storing' (the file is still being copied), 'queued', 'failed', 'accepted'
      state text not null,
      reason text,
      -- The file as the server knows it, once it is uploaded.
      file text,
      -- From this revision on the log contains the accepted message.
      revision integer,
      -- By this device's clock, to show; by the server's, to expire.
      created_at integer not null,
      expires_at integer not null
    ) strict;
    create index outbox_agent on outbox (agent_id, position);

    create table outbox_parts (
      id text not null,
      part integer not null,
      bytes blob not null,
      primary key (id, part)
    ) strict, without rowid;
  `,
}
