import { start } from './0001-start.ts'
import { groupOptions } from './0002-group-options.ts'
import { topics } from './0003-topics.ts'
import { ratings } from './0004-ratings.ts'
import { receptionSettings } from './0005-reception-settings.ts'
import { blocks } from './0006-blocks.ts'
import { widgets } from './0007-widgets.ts'
import { hoursAndMessages } from './0008-hours-and-messages.ts'
import { invitations } from './0009-invitations.ts'
import { sessionNotes } from './0010-session-notes.ts'
import { greetingsAndMenus } from './0011-greetings-and-menus.ts'
import { rulesAndBots } from './0012-rules-and-bots.ts'
import { blockEntries } from './0013-block-entries.ts'
import { signedIdentity } from './0014-signed-identity.ts'
import { deviceAndQueue } from './0015-device-and-queue.ts'
import { imAccounts } from './0016-im-accounts.ts'
import { facesAndOffers } from './0017-faces-and-offers.ts'
import { recallAndForms } from './0018-recall-and-forms.ts'
import { routersAndRatingLinks } from './0019-routers-and-rating-links.ts'
import { privateRemarks } from './0020-private-remarks.ts'
import { replies } from './0023-replies.ts'
import { contacts } from './0024-contacts.ts'
import { queueIndex } from './0025-queue-index.ts'
import { idle } from './0027-idle.ts'
import { secretsAndJudgements } from './0028-secrets-and-judgements.ts'
import { notesAndReminders } from './0029-notes-and-reminders.ts'
import { mainAccount } from './0030-main-account.ts'
import { colorMarks } from './0031-color-marks.ts'
import { quickReplies } from './0032-quick-replies.ts'
import { customerProfiles } from './0033-customer-profiles.ts'
import { agentSettings } from './0034-agent-settings.ts'
import { chats } from './0035-chats.ts'
import { drafts } from './0037-drafts.ts'
import { quickEntries } from './0038-quick-entries.ts'
import { imAddresses } from './0039-im-addresses.ts'
import { messageSettings } from './0042-message-settings.ts'
import { scheduledMessages } from './0044-scheduled-messages.ts'
import { noteMentions } from './0048-note-mentions.ts'
import { savedMessages } from './0049-saved-messages.ts'
import { languageServices } from './0050-language-services.ts'
import { companyThemes } from './0052-company-themes.ts'
import { auditIndex } from './0056-audit-index.ts'
import { starredColleagues } from './0057-starred-colleagues.ts'
import { linkPreviews } from './0058-link-previews.ts'
import type { Migration } from './migration.ts'

/** Every step, in order. */
export const migrations: readonly Migration[] = [
  start,
  groupOptions,
  topics,
  ratings,
  receptionSettings,
  blocks,
  widgets,
  hoursAndMessages,
  invitations,
  sessionNotes,
  greetingsAndMenus,
  rulesAndBots,
  blockEntries,
  signedIdentity,
  deviceAndQueue,
  imAccounts,
  facesAndOffers,
  recallAndForms,
  routersAndRatingLinks,
  privateRemarks,
  replies,
  contacts,
  queueIndex,
  idle,
  secretsAndJudgements,
  notesAndReminders,
  mainAccount,
  colorMarks,
  quickReplies,
  customerProfiles,
  agentSettings,
  chats,
  drafts,
  quickEntries,
  imAddresses,
  messageSettings,
  scheduledMessages,
  noteMentions,
  savedMessages,
  languageServices,
  companyThemes,
  auditIndex,
  starredColleagues,
  linkPreviews,
]
