import type { Migration } from '../migrate.ts'

/** What the agent has chosen, as the server knows it. */
export const agentSettings: Migration = {
  name: '0011-agent-settings',
  text: `
    create table agent_settings (
      name text primary key,
      value text not null
    ) strict, without rowid;
  `,
}
