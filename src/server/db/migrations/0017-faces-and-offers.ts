import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * Conversations with the face of one agent, friendships, and what a customer is asked to agree to.
 *
 * A conversation with the organisation's face is named by its identity; those with an agent's name theirs, and there is
 * one for each pair whatever the program believes.
 */
export const facesAndOffers: Migration = {
  number: 17,
  name: 'faces-and-offers',
  statements: (driver) => [
    'alter table conversations add column identity_id text',
    'alter table conversations add column face_agent_id text',
    `alter table conversations add column friend_since ${driver === 'postgres' ? 'bigint' : 'integer'}`,
    `create unique index conversations_face on conversations (organization_id, identity_id, face_agent_id)
       where face_agent_id is not null`,
    'alter table sessions add column face text',
    'alter table sessions add column offer text',
    createTable(
      driver,
      'offers',
      `organization_id text not null,
       id text not null,
       kind text not null,
       conversation_id text not null,
       agent_id text,
       from_agent_id text not null,
       session_id text,
       remark text not null,
       text text not null,
       state text not null,
       at bigint not null,
       until bigint,
       answered_at bigint,
       primary key (organization_id, id),
       foreign key (organization_id, conversation_id) references conversations (organization_id, id)`,
    ),
    `create index offers_open on offers (organization_id, conversation_id) where state = 'open'`,
    // How much of their quota agents have used, by day of the organisation (R-02-292).
    createTable(
      driver,
      'outbound_starts',
      `organization_id text not null,
       agent_id text not null,
       day text not null,
       customer_id text not null,
       primary key (organization_id, agent_id, day, customer_id)`,
      { clustered: true },
    ),
    // Whoever receives customers may ask for their friendship, supervisors have those of the main account (chapter 01 section 9).
    `update roles set permissions = replace(permissions, '"reception.receive"', '"reception.receive","friend.add"')`,
    `update roles set permissions = replace(permissions, '"monitor.force-transfer"',
      '"monitor.force-transfer","main-account.friends"')`,
  ],
}
