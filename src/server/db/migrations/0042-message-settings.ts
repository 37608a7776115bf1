import type { Migration } from './migration.ts'

/** How a member wants the messages of a group; null: as usual. Kept beside the member, and shown with the row of their list. */
export const messageSettings: Migration = {
  number: 42,
  name: 'message-settings',
  statements: () => [
    'alter table chat_members add column message_setting text',
    'alter table list_entries add column message_setting text',
  ],
}
