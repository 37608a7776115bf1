import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Invitations: how an organisation invites, and what became of each invitation that a visitor saw. */
export const invitations: Migration = {
  number: 9,
  name: 'invitations',
  statements: (driver) => [
    createTable(
      driver,
      'invitation_settings',
      `organization_id text not null primary key references organizations (organization_id),
       data text not null,
       version integer not null`,
    ),
    // visitor: SHA-256 of the key that only the page knows.
    createTable(
      driver,
      'invitations',
      `organization_id text not null references organizations (organization_id),
       id text not null,
       visitor text not null,
       visit integer not null,
       kind text not null,
       rule_id text,
       agent_id text,
       state text not null,
       shown_at bigint not null,
       answered_at bigint,
       session_id text,
       primary key (organization_id, id)`,
    ),
    'create index invitations_visitor on invitations (organization_id, visitor, shown_at)',
    // Whoever receives customers sees who is on the pages (chapter 01 section 9).
    `update roles set permissions = replace(permissions, '"reception.receive"',
      '"reception.receive","visitor.view","visitor.invite"')`,
  ],
}
