import type { Migration } from '../migrate.ts'

/** Commands that were given while the server was away (R-17-019). */
export const queuedCommands: Migration = {
  name: '0007-queued-commands',
  text: `
    create table queued_commands (
      position integer primary key autoincrement,
      id text not null unique,
      agent_id text not null,
      name text not null,
      args text not null,
      created_at integer not null,
      -- 'queued' or 'failed'.
      state text not null,
      -- Code and details of the refusal, as JSON.
      refusal text
    ) strict;
    create index queued_commands_agent on queued_commands (agent_id, position);
  `,
}
