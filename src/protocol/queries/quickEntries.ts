import * as z from 'zod'

import { ConversationId, QuickEntryId } from '../model/index.ts'
import { query } from './query.ts'

/** Where the page of a quick entry is, with what its address may know of this conversation; it works for five minutes. */
export const quickEntryAddress = query(
  'quick-entry.address',
  z.strictObject({ entryId: QuickEntryId, conversationId: ConversationId }),
  z.object({ url: z.string() }),
)

/** What signs the context of quick entries, for whoever sets them; null: there has been none yet. */
export const quickEntrySecret = query(
  'quick-entries.secret',
  z.strictObject({}),
  z.object({ secret: z.string().nullable() }),
)
