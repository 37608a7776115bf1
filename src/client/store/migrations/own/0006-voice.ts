import type { Migration } from '../migrate.ts'

/** Voices that wait to be sent: how long each is. */
export const voice: Migration = {
  name: '0006-voice',
  text: `
    -- null: no recorded voice.
    alter table outbox add column seconds integer;
  `,
}
