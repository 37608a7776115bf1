import type { Migration } from '../migrate.ts'

/** What an unsent message answers, and what an unsent picture shows in words. */
export const quotes: Migration = {
  name: '0002-quotes',
  text: `
    alter table outbox add column quote text;
    alter table outbox add column alt text not null default '';
  `,
}
