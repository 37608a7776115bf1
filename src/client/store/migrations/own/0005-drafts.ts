import type { Migration } from '../migrate.ts'

/** Drafts with what they quote and what goes along; they follow the agent, so what was not told yet is remembered. */
export const drafts: Migration = {
  name: '0005-drafts',
  text: `
    -- JSON; null: of a program that knew only texts.
    alter table drafts add column content text;
    -- The version of the server it was written on.
    alter table drafts add column base integer not null default 0;
    alter table drafts add column writer text not null default '';
    -- 'unsent', 'sent' (until the log has brought it), 'here' (nothing of it is for the server)
    alter table drafts add column state text not null default 'unsent';
    -- From this revision on the log contains it.
    alter table drafts add column revision integer;

    -- The bytes of files that were attached and are not with the server yet.
    create table draft_parts (
      file_id text not null,
      part integer not null,
      agent_id text not null,
      bytes blob not null,
      primary key (file_id, part)
    ) strict, without rowid;
  `,
}
