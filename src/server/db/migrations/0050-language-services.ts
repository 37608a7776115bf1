import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** Where voices are written down and texts translated, and what opens these services: one text, read and written as a whole. */
export const languageServices: Migration = {
  number: 50,
  name: 'language-services',
  statements: (driver) => [
    createTable(
      driver,
      'language_services',
      `organization_id text not null primary key references organizations (organization_id),
       data text not null,
       version integer not null`,
    ),
    // Whoever talks to customers has it from now on, as in the presets (chapter 01 section 9).
    `update roles set permissions = replace(permissions, '"chat.external"', '"chat.external","ai.use"')`,
  ],
}
