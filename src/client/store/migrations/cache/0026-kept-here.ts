import type { Migration } from '../migrate.ts'

/** What the agent deleted on this device, and which messages have a file. */
export const keptHere: Migration = {
  name: '0026-kept-here',
  text: `
    create table forgotten_threads (
      conversation_id text primary key,
      -- Up to this message.
      seq integer not null,
      -- By the server's clock.
      at integer not null
    ) strict, without rowid;

    -- The bytes of a file are kept as long as a message that has it is. A damaged body must not keep its row from being
    -- removed.
    create index messages_file on messages (case when json_valid(body) then json_extract(body, '$.fileId') end)
      where case when json_valid(body) then json_extract(body, '$.fileId') end is not null;
  `,
}
