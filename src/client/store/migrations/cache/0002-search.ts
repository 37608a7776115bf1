import { FTS_OPTIONS } from '../../../../domain/search/terms.ts'
import type { Migration } from '../migrate.ts'

/**
 * The search index of the messages, and the texts by which customers are found.
 *
 * Both are written behind the rows they speak of. What is removed is gone in the same transaction; what was changed
 * waits in a queue. `document` numbers the messages by time, so that the newest hits are the first.
 */
export const search: Migration = {
  name: '0002-search',
  text: `
    create virtual table message_terms using fts5 (terms, ${FTS_OPTIONS});
    -- Merged a little with each bite: left to itself, one in some bites takes ten times as long.
    insert into message_terms (message_terms, rank) values ('automerge', 0), ('crisismerge', 512);

    create table search_documents (
      document integer primary key,
      message integer not null unique
    ) strict;

    -- Every word of letters, to find the inside of words.
    create table search_words (word text primary key) strict, without rowid;

    create table search_position (
      id integer primary key check (id = 1),
      -- Messages up to this key are indexed.
      key integer not null
    ) strict;
    insert into search_position values (1, 0);

    create table search_changed_messages (message integer primary key) strict;

    create trigger messages_unindex after delete on messages begin
      delete from message_terms where rowid = (select document from search_documents where message = old.key);
      delete from search_documents where message = old.key;
      delete from search_changed_messages where message = old.key;
      -- The next message may get the same key again.
      update search_position set key = min(key, coalesce((select max(key) from messages), 0));
    end;
    create trigger messages_reindex after update of body on messages when old.body is not new.body begin
      delete from message_terms where rowid = (select document from search_documents where message = old.key);
      delete from search_documents where message = old.key;
      insert or ignore into search_changed_messages values (new.key);
    end;

    create virtual table customer_terms using fts5 (terms, ${FTS_OPTIONS});
    create table customer_texts (
      key integer primary key,
      customer_id text not null unique,
      name text not null,
      text text not null
    ) strict;
    create index customer_texts_name on customer_texts (name);
    create table search_changed_customers (customer_id text primary key) strict, without rowid;
    insert into search_changed_customers select id from customers;
    -- Without "or ignore": the conflict clause of the statement that fires a trigger overrides those inside it.
    create trigger customers_inserted after insert on customers begin
      insert into search_changed_customers
      select new.id where new.id not in (select customer_id from search_changed_customers);
    end;
    create trigger customers_updated after update of data on customers when old.data is not new.data begin
      insert into search_changed_customers
      select new.id where new.id not in (select customer_id from search_changed_customers);
    end;
    create trigger customers_removed after delete on customers begin
      delete from customer_terms where rowid = (select key from customer_texts where customer_id = old.id);
      delete from customer_texts where customer_id = old.id;
      delete from search_changed_customers where customer_id = old.id;
    end;
  `,
}
