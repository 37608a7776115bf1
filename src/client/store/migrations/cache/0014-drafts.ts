import type { Migration } from '../migrate.ts'

/** What the agent has begun to write, as the server knows it. */
export const drafts: Migration = {
  name: '0014-drafts',
  text: `
    create table drafts (
      conversation_id text primary key,
      version integer not null,
      writer text not null,
      -- JSON.
      content text not null
    ) strict, without rowid;
  `,
}
