import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Quick replies of several messages and with files, how often they are used, and which files a library may show. */
export const quickReplies: Migration = {
  number: 32,
  name: 'quick-replies',
  statements: (driver) => [
    `alter table quick_replies add column texts text not null default '[]'`,
    `alter table quick_replies add column files text not null default '[]'`,
    'alter table quick_replies add column version integer not null default 1',
    driver === 'postgres'
      ? 'update quick_replies set texts = json_build_array(text)::text'
      : 'update quick_replies set texts = json_array(text)',
    'alter table quick_replies drop column text',
    'create index quick_replies_owner on quick_replies (organization_id, owner_id)',
    createTable(
      driver,
      'quick_reply_uses',
      `organization_id text not null,
       agent_id text not null,
       id text not null,
       uses integer not null,
       last_used_at bigint not null,
       primary key (organization_id, agent_id, id),
       foreign key (organization_id, id) references quick_replies (organization_id, id) on delete cascade`,
      { clustered: true },
    ),
    'create index quick_reply_uses_reply on quick_reply_uses (organization_id, id)',
    // Stays when the reply goes: a deletion can be taken back by whoever did not upload the file.
    createTable(
      driver,
      'quick_reply_files',
      `organization_id text not null references organizations (organization_id),
       file_id text not null,
       library text not null,
       primary key (organization_id, file_id, library)`,
      { clustered: true },
    ),
  ],
}
