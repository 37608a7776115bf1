import type { Migration } from '../migrate.ts'

/** What the agent calls customers. */
export const privateRemarks: Migration = {
  name: '0006-private-remarks',
  text: `
    create table private_remarks (
      customer_id text primary key,
      remark text not null
    ) strict, without rowid;
  `,
}
