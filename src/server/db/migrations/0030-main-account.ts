import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * A navigation menu for each account: for the chats of the web and for the main account.
 *
 * Every cache holds the whole address of a bot that somebody else runs, of which only the host is told now: with another
 * history they are read anew.
 *
 * And by its conversation an identity is found, for whoever comes by a link.
 */
export const mainAccount: Migration = {
  number: 30,
  name: 'main-account',
  statements: (driver) => [
    'alter table nav_menus rename to former_nav_menus',
    createTable(
      driver,
      'nav_menus',
      `organization_id text not null references organizations (organization_id),
       account text not null,
       draft text not null,
       published text,
       published_at ${driver === 'postgres' ? 'bigint' : 'integer'},
       version integer not null,
       primary key (organization_id, account)`,
    ),
    `insert into nav_menus (organization_id, account, draft, published, published_at, version)
       select organization_id, 'web', draft, published, published_at, version from former_nav_menus`,
    'drop table former_nav_menus',
    'create index identities_conversation on identities (organization_id, conversation_id)',
    `update organizations set history_epoch = history_epoch || '-30' where organization_id in
       (select organization_id from log where event = 'bot.changed')`,
  ],
}
