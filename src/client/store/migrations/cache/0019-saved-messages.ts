import type { Migration } from '../migrate.ts'

/** The agent's favourites among messages; `customer_id` and `agent_id` are who wrote them. */
export const savedMessages: Migration = {
  name: '0019-saved-messages',
  text: `
    create table saved_messages (
      message_id text primary key,
      conversation_id text not null,
      customer_id text,
      agent_id text,
      content text not null,
      saved_at integer not null,
      at integer not null
    ) strict, without rowid;
  `,
}
