import type { Migration } from '../migrate.ts'

/** What colleagues noted beside sessions, and which conversations the agent has put off. */
export const notesAndReminders: Migration = {
  name: '0012-notes-and-reminders',
  text: `
    create table session_notes (
      id text primary key,
      conversation_id text not null,
      at integer not null,
      value text not null
    ) strict, without rowid;
    create index session_notes_conversation on session_notes (conversation_id, at);
    create table reminders (
      conversation_id text primary key,
      due_at integer not null,
      set_at integer not null,
      rung_at integer
    ) strict, without rowid;
  `,
}
