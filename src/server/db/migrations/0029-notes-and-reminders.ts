import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * What colleagues note beside a session, and conversations that come back at a set time. `reminders` and `resting` say
 * with the row every message reads whether there is more to look at.
 */
export const notesAndReminders: Migration = {
  number: 29,
  name: 'notes-and-reminders',
  statements: (driver) => {
    const flag = driver === 'postgres' ? 'smallint' : 'integer'
    const instant = driver === 'postgres' ? 'bigint' : 'integer'
    return [
      createTable(
        driver,
        'session_notes',
        `organization_id text not null,
         id text not null,
         conversation_id text not null,
         session_id text not null,
         agent_id text not null,
         text text not null,
         at bigint not null,
         edited_at bigint,
         removed_at bigint,
         primary key (organization_id, id),
         foreign key (organization_id, session_id) references sessions (organization_id, id)`,
      ),
      'create index session_notes_conversation on session_notes (organization_id, conversation_id)',
      createTable(
        driver,
        'reminders',
        `organization_id text not null,
         agent_id text not null,
         conversation_id text not null,
         due_at bigint not null,
         set_at bigint not null,
         rung_at bigint,
         primary key (organization_id, agent_id, conversation_id),
         foreign key (organization_id, conversation_id) references conversations (organization_id, id)`,
        { clustered: true },
      ),
      'create index reminders_conversation on reminders (organization_id, conversation_id)',
      `alter table conversations add column reminders ${flag} not null default 0`,
      `alter table conversations add column resting ${flag} not null default 0`,
      `alter table sessions add column resting ${flag} not null default 0`,
      'alter table sessions add column former_id text',
      `alter table sessions add column valid ${flag}`,
      `alter table sessions add column length_ms ${instant}`,
    ]
  },
}
