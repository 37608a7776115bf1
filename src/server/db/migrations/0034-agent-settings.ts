import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** What agents have chosen for their clients and what the company has decided on it; each as one text, read and written as a whole. */
export const agentSettings: Migration = {
  number: 34,
  name: 'agent-settings',
  statements: (driver) => [
    createTable(
      driver,
      'agent_settings',
      `organization_id text not null,
       agent_id text not null,
       settings text not null,
       primary key (organization_id, agent_id),
       foreign key (organization_id, agent_id) references agents (organization_id, id)`,
      { clustered: true },
    ),
    createTable(
      driver,
      'setting_defaults',
      `organization_id text not null primary key references organizations (organization_id),
       settings text not null,
       version integer not null`,
    ),
  ],
}
