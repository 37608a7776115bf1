import { start as cacheStart } from './cache/0001-start.ts'
import { search as cacheSearch } from './cache/0002-search.ts'
import { newestOfWords as cacheNewestOfWords } from './cache/0003-newest-of-words.ts'
import { poolInOrder as cachePoolInOrder } from './cache/0004-pool-in-order.ts'
import { paths as cachePaths } from './cache/0005-paths.ts'
import { privateRemarks as cachePrivateRemarks } from './cache/0006-private-remarks.ts'
import { contacts as cacheContacts } from './cache/0007-contacts.ts'
import { list as cacheList } from './cache/0008-list.ts'
import { quickReplies as cacheQuickReplies } from './cache/0009-quick-replies.ts'
import { keptAnswers as cacheKeptAnswers } from './cache/0010-kept-answers.ts'
import { agentSettings as cacheAgentSettings } from './cache/0011-agent-settings.ts'
import { notesAndReminders as cacheNotesAndReminders } from './cache/0012-notes-and-reminders.ts'
import { chats as cacheChats } from './cache/0013-chats.ts'
import { drafts as cacheDrafts } from './cache/0014-drafts.ts'
import { messageSettings as cacheMessageSettings } from './cache/0016-message-settings.ts'
import { scheduledMessages as cacheScheduledMessages } from './cache/0017-scheduled-messages.ts'
import { noteMentions as cacheNoteMentions } from './cache/0018-note-mentions.ts'
import { savedMessages as cacheSavedMessages } from './cache/0019-saved-messages.ts'
import { initials as cacheInitials } from './cache/0021-initials.ts'
import { themePictures as cacheThemePictures } from './cache/0023-theme-pictures.ts'
import { keptHere as cacheKeptHere } from './cache/0026-kept-here.ts'
import { starredColleagues as cacheStarredColleagues } from './cache/0027-starred-colleagues.ts'
import { start as mediaStart } from './media/0001-start.ts'
import type { Migration } from './migrate.ts'
import { start as ownStart } from './own/0001-start.ts'
import { quotes as ownQuotes } from './own/0002-quotes.ts'
import { keptSettings as ownKeptSettings } from './own/0003-kept-settings.ts'
import { composer as ownComposer } from './own/0004-composer.ts'
import { drafts as ownDrafts } from './own/0005-drafts.ts'
import { voice as ownVoice } from './own/0006-voice.ts'
import { queuedCommands as ownQueuedCommands } from './own/0007-queued-commands.ts'

/** In the order they are applied; a database's `user_version` is the number of steps it has taken. */
export const ownMigrations: readonly Migration[] = [
  ownStart,
  ownQuotes,
  ownKeptSettings,
  ownComposer,
  ownDrafts,
  ownVoice,
  ownQueuedCommands,
]
export const cacheMigrations: readonly Migration[] = [
  cacheStart,
  cacheSearch,
  cacheNewestOfWords,
  cachePoolInOrder,
  cachePaths,
  cachePrivateRemarks,
  cacheContacts,
  cacheList,
  cacheQuickReplies,
  cacheKeptAnswers,
  cacheAgentSettings,
  cacheNotesAndReminders,
  cacheChats,
  cacheDrafts,
  cacheMessageSettings,
  cacheScheduledMessages,
  cacheNoteMentions,
  cacheSavedMessages,
  cacheInitials,
  cacheThemePictures,
  cacheKeptHere,
  cacheStarredColleagues,
]

export const mediaMigrations: readonly Migration[] = [mediaStart]

export { migrate, type Migration } from './migrate.ts'
