import { createTable } from '../dialect.ts'
import type { Migration } from './migration.ts'

/**
 * Programs of the company's own that decide who receives (R-02-082), with the secret that signs what they are asked; and by
 * what a survey is found that is answered on a page of its own (R-18-049).
 */
export const routersAndRatingLinks: Migration = {
  number: 19,
  name: 'routers-and-rating-links',
  statements: (driver) => [
    createTable(
      driver,
      'routers',
      `organization_id text not null references organizations (organization_id),
       id text not null,
       data text not null,
       secret text not null,
       version integer not null,
       primary key (organization_id, id)`,
    ),
    'alter table sessions add column survey_token text',
    'create unique index sessions_survey_token on sessions (survey_token) where survey_token is not null',
  ],
}
