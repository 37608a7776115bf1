import { NUMBER } from '../../../../domain/search/terms.ts'
import type { Migration } from '../migrate.ts'

/**
 * With each word the number of the newest document that has it, or one not far above, so that of the many words in
 * which some letters occur only those with new hits are looked up. Customers have words of their own, as their
 * documents are numbered otherwise. What was indexed before has not the letters of words with digits among its words,
 * which a word of the mark alone tells.
 */
export const newestOfWords: Migration = {
  name: '0003-newest-of-words',
  text: `
    alter table search_words add column newest integer not null default 0;
    update search_words set newest = coalesce((
      select rowid from message_terms where message_terms match '"' || word || '"' order by rowid desc limit 1), 0);

    create table customer_words (
      word text primary key,
      newest integer not null
    ) strict, without rowid;
    insert into customer_words
    select word, newest from (
      select word, (
        select rowid from customer_terms where customer_terms match '"' || word || '"' order by rowid desc limit 1
      ) as newest from search_words)
    where newest is not null;

    insert into search_words select '${NUMBER}', 0 from search_position where key > 0;
    insert into customer_words select '${NUMBER}', 0 where exists (select 1 from customer_texts);
  `,
}
