import type { Migration } from './migration.ts'

/** How often we have spoken since the customer's last word, for channels that count it (R-02-289). */
export const replies: Migration = {
  number: 23,
  name: 'replies',
  statements: () => ['alter table conversations add column replies integer not null default 0'],
}
