import type { Migration } from '../migrate.ts'

/** What agents have chosen on this device: those that stay here, and the others until the log brings them back. */
export const keptSettings: Migration = {
  name: '0003-kept-settings',
  text: `
    create table kept_settings (
      agent_id text not null,
      name text not null,
      -- JSON; null takes the own value back.
      value text not null,
      -- From this revision on the log contains it; null: not sent yet, or staying here.
      revision integer,
      primary key (agent_id, name)
    ) strict, without rowid;
  `,
}
