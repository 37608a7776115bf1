import type { Migration } from '../migrate.ts'

/** Quick replies of several messages and with files, and how often the agent uses them. */
export const quickReplies: Migration = {
  name: '0009-quick-replies',
  text: `
    alter table quick_replies add column texts text not null default '[]';
    alter table quick_replies add column files text not null default '[]';
    alter table quick_replies add column version integer not null default 1;
    update quick_replies set texts = json_array(text);
    alter table quick_replies drop column text;
    create table quick_reply_uses (
      id text primary key,
      uses integer not null,
      last_used_at integer not null
    ) strict, without rowid;
  `,
}
