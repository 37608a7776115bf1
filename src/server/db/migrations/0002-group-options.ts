import type { Migration } from './migration.ts'

/** What a reception group may do besides sharing sessions out: the owner first, and a second hand after a while. */
export const groupOptions: Migration = {
  number: 2,
  name: 'group-options',
  statements: (driver) => {
    const flag = driver === 'postgres' ? 'smallint' : 'integer'
    return [
      `alter table reception_groups add column owner_first ${flag} not null default 0`,
      'alter table reception_groups add column timeout_minutes integer',
      `alter table reception_groups add column timeout_note text not null default ''`,
      'alter table reception_groups add column version integer not null default 1',
    ]
  },
}
