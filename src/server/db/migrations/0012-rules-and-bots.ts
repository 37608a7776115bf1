import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * Routing rules and bots, each as one text because they are read and written as a whole; which bot has a session, and how
 * far it has come in it.
 */
export const rulesAndBots: Migration = {
  number: 12,
  name: 'rules-and-bots',
  statements: (driver) => [
    createTable(
      driver,
      'routing_rules',
      `organization_id text not null primary key references organizations (organization_id),
       data text not null,
       version integer not null`,
    ),
    // secret: signs what is sent to the address of a webhook bot.
    createTable(
      driver,
      'bots',
      `organization_id text not null references organizations (organization_id),
       id text not null,
       data text not null,
       secret text not null,
       version integer not null,
       primary key (organization_id, id)`,
    ),
    'alter table sessions add column bot text',
    'alter table reception_groups add column bot_id text',
    // answered_seq: up to which message the bot has answered; asked_at: since when one waits, null: none does.
    createTable(
      driver,
      'bot_talks',
      `organization_id text not null,
       session_id text not null,
       bot_id text not null,
       misses integer not null,
       answered_seq integer not null,
       asked_at bigint,
       primary key (organization_id, session_id),
       foreign key (organization_id, session_id) references sessions (organization_id, id)`,
    ),
    'create index bot_talks_asked on bot_talks (asked_at) where asked_at is not null',
  ],
}
