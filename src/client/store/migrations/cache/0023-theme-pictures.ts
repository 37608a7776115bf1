import type { Migration } from '../migrate.ts'

/** Pictures of the company theme, so that it looks the same without the server. */
export const themePictures: Migration = {
  name: '0023-theme-pictures',
  text: `
    create table theme_pictures (
      file_id text primary key,
      mime text not null,
      bytes blob not null
    ) strict;
  `,
}
