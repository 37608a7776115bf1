import * as z from 'zod'

import { SessionId, SessionNote, SessionNoteId } from '../model/index.ts'
import { SESSION_NOTE_LIMITS } from '../model/limits.ts'
import { command } from './command.ts'

const Noted = z.object({ note: SessionNote })

/**
 * Writes a note beside a session the agent sees, running or over, or writes an own one anew. The author makes the id.
 *
 * Colleagues whose names stand behind an "@" are told, and see the conversation from then on.
 */
export const saveSessionNote = command('session-note.save', {
  by: 'agent',
  permission: 'chat.external',
  sensitive: true,
  args: z.strictObject({
    id: SessionNoteId,
    sessionId: SessionId,
    text: z.string().trim().min(1).max(SESSION_NOTE_LIMITS.text),
  }),
  result: Noted,
  codes: ['not-your-note', 'too-many-notes'],
})

/** Takes an own note away. */
export const removeSessionNote = command('session-note.remove', {
  by: 'agent',
  permission: 'chat.external',
  sensitive: true,
  args: z.strictObject({ id: SessionNoteId }),
  result: z.object({}),
  codes: ['not-your-note'],
})

/** Puts back an own note that was taken away. */
export const restoreSessionNote = command('session-note.restore', {
  by: 'agent',
  permission: 'chat.external',
  sensitive: true,
  args: z.strictObject({ id: SessionNoteId }),
  result: Noted,
  codes: ['not-your-note', 'too-many-notes'],
})

/** The agent has read the note in which they were named. */
export const readNoteMention = command('note-mention.read', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ noteId: SessionNoteId }),
  result: z.object({}),
  codes: [],
})
