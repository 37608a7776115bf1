import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Agents' own address books, what they ask of each other, and surveys that could not be sent. */
export const contacts: Migration = {
  number: 24,
  name: 'contacts',
  statements: (driver) => [
    createTable(
      driver,
      'contact_groups',
      `organization_id text not null,
       agent_id text not null,
       id text not null,
       list text not null,
       name text not null,
       primary key (organization_id, agent_id, id),
       foreign key (organization_id, agent_id) references agents (organization_id, id)`,
      { clustered: true },
    ),
    createTable(
      driver,
      'contacts',
      `organization_id text not null,
       agent_id text not null,
       list text not null,
       customer_id text not null,
       group_id text,
       at bigint not null,
       primary key (organization_id, agent_id, list, customer_id),
       foreign key (organization_id, agent_id) references agents (organization_id, id),
       foreign key (organization_id, customer_id) references customers (organization_id, id)`,
      { clustered: true },
    ),
    'create index contacts_customer on contacts (organization_id, customer_id)',
    // Whose friends they are: an agent's, or the main account's.
    `create index conversations_friends on conversations (organization_id, face_agent_id)
       where friend_since is not null`,
    'alter table offers add column group_id text',
    'alter table sessions add column survey_undelivered integer not null default 0',
    createTable(
      driver,
      'transfer_requests',
      `organization_id text not null,
       id text not null,
       session_id text not null,
       conversation_id text not null,
       customer_name text not null,
       customer_number bigint not null,
       from_agent_id text not null,
       to_agent_id text not null,
       state text not null,
       at bigint not null,
       primary key (organization_id, id),
       foreign key (organization_id, session_id) references sessions (organization_id, id)`,
    ),
    'create index transfer_requests_session on transfer_requests (organization_id, session_id)',
  ],
}
