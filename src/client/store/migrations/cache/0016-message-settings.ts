import type { Migration } from '../migrate.ts'

/** How the messages of a group come in; null: as usual. */
export const messageSettings: Migration = {
  name: '0016-message-settings',
  text: `
    alter table list_entries add column message_setting text;
    alter table list_entry_overlays add column message_setting text;
  `,
}
