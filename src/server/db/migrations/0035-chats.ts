import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * What colleagues say among themselves. A chat is a thread like every conversation, with its number, messages, files and list
 * entries, so it has a row there too: one without a customer and a channel.
 */
export const chats: Migration = {
  number: 35,
  name: 'chats',
  statements: (driver) => [
    'alter table conversations alter column customer_id drop not null',
    'alter table conversations alter column channel drop not null',
    createTable(
      driver,
      'chats',
      `organization_id text not null,
       id text not null,
       kind text not null,
       pair text,
       name text,
       creator_id text not null,
       created_at bigint not null,
       primary key (organization_id, id),
       unique (organization_id, pair),
       foreign key (organization_id, id) references conversations (organization_id, id)`,
    ),
    createTable(
      driver,
      'chat_members',
      `organization_id text not null,
       chat_id text not null,
       agent_id text not null,
       place integer not null,
       joined_at bigint not null,
       left_seq integer,
       left_chat text,
       primary key (organization_id, chat_id, agent_id),
       foreign key (organization_id, chat_id) references chats (organization_id, id),
       foreign key (organization_id, agent_id) references agents (organization_id, id)`,
      { clustered: true },
    ),
    'create index chat_members_agent on chat_members (organization_id, agent_id)',
  ],
}
