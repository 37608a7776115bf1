import type { Migration } from '../migrate.ts'

/** The first letters of how the names of customers are read; written with the next look at each. */
export const initials: Migration = {
  name: '0021-initials',
  text: `
    alter table customer_texts add column initials text not null default '';
    insert or ignore into search_changed_customers select id from customers;
  `,
}
