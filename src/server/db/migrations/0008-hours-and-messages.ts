import type { Migration } from './migration.ts'

/** Own hours and closing-time plans of groups, and messages that were left for later. */
export const hoursAndMessages: Migration = {
  number: 8,
  name: 'hours-and-messages',
  statements: () => [
    'alter table reception_groups add column hours text',
    'alter table reception_groups add column off_hours text',
    'alter table sessions add column left_message text',
    'alter table organizations add column last_message_number integer not null default 0',
    // They are counted apart from the customers who wait.
    `create index sessions_messages on sessions (organization_id, target_kind, target_id)
       where state = 'pending' and left_message is not null`,
  ],
}
