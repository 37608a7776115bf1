import type { Migration } from '../migrate.ts'

/** Messages whose file is with the server already, such as the picture of a quick reply; and what was written lately. */
export const composer: Migration = {
  name: '0004-composer',
  text: `
    alter table outbox add column stored integer not null default 0;

    -- What was written into the composer of a conversation, sent or thrown away.
    create table written (
      position integer primary key autoincrement,
      agent_id text not null,
      conversation_id text not null,
      text text not null
    ) strict;
    create index written_conversation on written (agent_id, conversation_id, position);
  `,
}
