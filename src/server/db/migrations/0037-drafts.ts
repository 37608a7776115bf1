import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * What agents have begun to write. A row without content says that there was something: whoever still has it on another
 * device learns so by the version.
 */
export const drafts: Migration = {
  number: 37,
  name: 'drafts',
  statements: (driver) => [
    createTable(
      driver,
      'drafts',
      `organization_id text not null,
       agent_id text not null,
       conversation_id text not null,
       version integer not null,
       writer text not null,
       content text,
       saved_at bigint not null,
       primary key (organization_id, agent_id, conversation_id)`,
      { clustered: true },
    ),
  ],
}
