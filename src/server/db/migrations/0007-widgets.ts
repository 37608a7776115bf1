import type { Migration } from './migration.ts'

/**
 * Entry points that people make themselves.
 *
 * What one decides about an entry stays one text in `settings`: only the server's own needs have columns. The side that
 * earlier versions kept there is read as a spot (`db/widgets.ts`).
 */
export const widgets: Migration = {
  number: 7,
  name: 'widgets',
  statements: (driver) => {
    const instant = driver === 'postgres' ? 'bigint' : 'integer'
    return [
      'alter table widgets add column owner_id text',
      'alter table widgets add column updated_by text',
      `alter table widgets add column updated_at ${instant} not null default 0`,
      'alter table widgets add column version integer not null default 1',
      `alter table widgets add column deleted_at ${instant}`,
      'update widgets set updated_at = created_at',
      'alter table organizations add column profile text',
      'alter table conversations add column source text',
      'alter table sessions add column source text',
    ]
  },
}
