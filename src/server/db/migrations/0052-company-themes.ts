import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/** The appearance a company sets: one text, read and written as a whole. */
export const companyThemes: Migration = {
  number: 52,
  name: 'company-themes',
  statements: (driver) => [
    createTable(
      driver,
      'company_themes',
      `organization_id text not null primary key references organizations (organization_id),
       theme text not null,
       version integer not null`,
    ),
  ],
}
