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
]
