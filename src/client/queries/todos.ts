import type { SessionId } from '../../protocol/model/index.ts'
import { notesWith } from '../commands/queuedEffects.ts'
import { listNoteMentions } from '../store/noteMentions.ts'
import { listReminders } from '../store/reminders.ts'
import { listScheduledMessages } from '../store/scheduledMessages.ts'
import { listSessionNotes } from '../store/sessionNotes.ts'
import { readSession } from '../store/sessions.ts'
import type { QueryDefinition } from './definition.ts'

export const todoQueries = {
  'reminders.list': {
    topics: () => ['reminders', 'conversations'],
    read: ({ store }) => listReminders(store.cache),
  },
  'scheduled-messages.list': {
    topics: () => ['scheduled-messages', 'conversations'],
    read: ({ store }) => listScheduledMessages(store.cache),
  },
  'session-notes.list': {
    topics: ({ conversationId }) => [`session-notes:${conversationId}`, 'queued:session-note'],
    read: ({ store, agentId, effective }, { conversationId }) => {
      const notes = listSessionNotes(store.cache, conversationId)
      const me = agentId()
      const sessionIn = (id: SessionId) => readSession(store.cache, id)
      return me === null ? notes : notesWith(notes, conversationId, me, sessionIn, effective())
    },
  },
  'note-mentions.list': {
    topics: () => ['note-mentions', 'conversations'],
    read: ({ store }) => listNoteMentions(store.cache),
  },
  'endings.list': {
    topics: () => ['endings', 'account'],
    read: ({ endings }) => endings(),
  },
} satisfies {
  'reminders.list': QueryDefinition<'reminders.list'>
  'scheduled-messages.list': QueryDefinition<'scheduled-messages.list'>
  'session-notes.list': QueryDefinition<'session-notes.list'>
  'note-mentions.list': QueryDefinition<'note-mentions.list'>
  'endings.list': QueryDefinition<'endings.list'>
}
