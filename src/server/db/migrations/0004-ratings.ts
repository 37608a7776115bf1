import type { Migration } from './migration.ts'

/** The satisfaction survey of an organisation, and what each session's customer was asked and answered. */
export const ratings: Migration = {
  number: 4,
  name: 'ratings',
  statements: (driver) => {
    const instant = driver === 'postgres' ? 'bigint' : 'integer'
    const small = driver === 'postgres' ? 'smallint' : 'integer'
    return [
      `create table surveys (
        organization_id text not null primary key,
        switched_on ${small} not null,
        sending text not null,
        card text not null,
        valid_hours integer not null,
        version integer not null
      )`,
      `alter table sessions add column survey_at ${instant}`,
      `alter table sessions add column survey_expires_at ${instant}`,
      'alter table sessions add column survey_card text',
      `alter table sessions add column rating_stars ${small}`,
      'alter table sessions add column rating_tags text',
      'alter table sessions add column rating_solved text',
      'alter table sessions add column rating_comment text',
      `alter table sessions add column rated_at ${instant}`,
    ]
  },
}
