import type { Migration } from '../migrate.ts'

/** Whom a conversation shows to its customer, and how long they can be reached there. */
export const paths: Migration = {
  name: '0005-paths',
  text: `
    alter table conversations add column face_agent_id text;
    alter table conversations add column friend_since integer;
    alter table conversations add column last_customer_at integer;
  `,
}
