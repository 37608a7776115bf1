import * as z from 'zod'

import { ConversationId, Draft, DraftContent, DraftWriter, Version } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Keeps what one has begun to write. `base` is the version its author saw: what another device wrote since is not lost
 * but put below it, and the answer says what stands there now (R-06-096). Null: it was sent, or thrown away.
 */
export const saveDraft = command('draft.save', {
  by: 'agent',
  permission: null,
  args: z.strictObject({
    conversationId: ConversationId,
    base: Version,
    writer: DraftWriter.min(1),
    content: DraftContent.nullable(),
  }),
  result: z.object({ draft: Draft }),
  codes: ['drafts-full'],
})
