import type { Migration } from '../migrate.ts'

/** Notes in which a colleague named the agent, until they have read them. */
export const noteMentions: Migration = {
  name: '0018-note-mentions',
  text: `
    create table note_mentions (
      note_id text primary key,
      conversation_id text not null,
      by_agent_id text not null,
      text text not null,
      seq integer not null,
      at integer not null
    ) strict, without rowid;
  `,
}
