import type { Migration } from '../migrate.ts'

/** What the server last answered about customers, to be read without it. */
export const keptAnswers: Migration = {
  name: '0010-kept-answers',
  text: `
    create table kept_answers (
      customer_id text not null,
      name text not null,
      at integer not null,
      value text not null,
      primary key (customer_id, name)
    ) strict, without rowid;
    create index kept_answers_at on kept_answers (at);
  `,
}
