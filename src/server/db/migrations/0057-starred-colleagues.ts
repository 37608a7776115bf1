import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Colleagues among an agent's favourites, in the same groups as customers. */
export const starredColleagues: Migration = {
  number: 57,
  name: 'starred-colleagues',
  statements: (driver) => [
    createTable(
      driver,
      'starred_colleagues',
      `organization_id text not null,
       agent_id text not null,
       colleague_id text not null,
       group_id text,
       at bigint not null,
       primary key (organization_id, agent_id, colleague_id),
       foreign key (organization_id, agent_id) references agents (organization_id, id),
       foreign key (organization_id, colleague_id) references agents (organization_id, id)`,
      { clustered: true },
    ),
  ],
}
