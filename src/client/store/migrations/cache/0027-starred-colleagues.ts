import type { Migration } from '../migrate.ts'

/** Colleagues among the agent's favourites. */
export const starredColleagues: Migration = {
  name: '0027-starred-colleagues',
  text: `
    create table starred_colleagues (
      agent_id text primary key,
      group_id text,
      at integer not null
    ) strict, without rowid;
  `,
}
