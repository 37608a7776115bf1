import type { Migration } from '../migrate.ts'

/** What the agent has written for later. */
export const scheduledMessages: Migration = {
  name: '0017-scheduled-messages',
  text: `
    create table scheduled_messages (
      id text primary key,
      conversation_id text not null,
      text text not null,
      quote_id text,
      due_at integer not null,
      failure text
    ) strict, without rowid;
  `,
}
