import type { Migration } from '../migrate.ts'

/** The agent's own order of the list and marks, and what the list is filtered by beside them. */
export const list: Migration = {
  name: '0008-list',
  text: `
    alter table list_entries add column rank text;
    alter table list_entries add column marked_unread integer not null default 0;
    alter table list_entry_overlays add column rank text;
    alter table list_entry_overlays add column marked_unread integer;
    create table color_marks (
      customer_id text primary key,
      mark_ids text not null
    ) strict, without rowid;
    alter table customers add column type text not null default '';
    alter table customers add column ownership text not null default '';
    alter table customers add column language text not null default '';
    alter table customers add column tag_ids text not null default '[]';
    update customers set
      type = json_extract(data, '$.type'),
      ownership = json_extract(data, '$.ownership'),
      language = json_extract(data, '$.language'),
      tag_ids = json_extract(data, '$.tagIds');
  `,
}
