import { listNoteMentions } from '../store/noteMentions.ts'
import { listReminders } from '../store/reminders.ts'
import { listScheduledMessages } from '../store/scheduledMessages.ts'
import { listSessionNotes } from '../store/sessionNotes.ts'
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
    topics: ({ conversationId }) => [`session-notes:${conversationId}`],
    read: ({ store }, { conversationId }) => listSessionNotes(store.cache, conversationId),
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
