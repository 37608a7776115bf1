import type { Migration } from './migration.ts'

/** Blocked customers. The conversation says so too, because that is the row every message reads anyway. */
export const blocks: Migration = {
  number: 6,
  name: 'blocks',
  statements: (driver) => {
    const instant = driver === 'postgres' ? 'bigint' : 'integer'
    const flag = driver === 'postgres' ? 'smallint' : 'integer'
    return [
      'alter table customers add column block_reason text',
      `alter table customers add column block_at ${instant}`,
      `alter table customers add column block_until ${instant}`,
      'alter table customers add column block_by text',
      `alter table conversations add column blocked ${flag} not null default 0`,
    ]
  },
}
