import type { Migration } from './migration.ts'

/** Whether the server reads the pages that messages lead to; nobody has asked for it yet. */
export const linkPreviews: Migration = {
  number: 58,
  name: 'link-previews',
  statements: () => ['alter table organizations add column link_previews integer not null default 0'],
}
