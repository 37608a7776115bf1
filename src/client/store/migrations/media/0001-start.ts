import type { Migration } from '../migrate.ts'

/** Pictures of messages, to be shown without fetching them again. */
export const start: Migration = {
  name: '0001-start',
  text: `
    create table media (
      file_id text primary key,
      mime text not null,
      size integer not null,
      used_at integer not null
    ) strict, without rowid;
    create index media_used on media (used_at);

    -- Apart, so that what was used last is written without writing the picture.
    create table media_bytes (
      file_id text primary key,
      bytes blob not null
    ) strict;
  `,
}
