import type { Migration } from './migration.ts'

/** Whether nobody chose the present presence: it came because the agent was away from all their devices (R-02-064). */
export const idle: Migration = {
  number: 27,
  name: 'idle',
  statements: (driver) => [
    `alter table agent_presence add column idle ${driver === 'postgres' ? 'smallint' : 'integer'} not null default 0`,
  ],
}
