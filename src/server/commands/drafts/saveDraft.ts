import { ok, refuse } from '../../../base/result.ts'
import { isEmptyDraft, mergeDrafts } from '../../../domain/drafts/mergeDrafts.ts'
import type { Draft, DraftContent, QuickReplyFile } from '../../../protocol/model/index.ts'
import { DRAFT_LIMITS } from '../../../protocol/model/limits.ts'
import { countDrafts, findDraft, saveDraft as write } from '../../db/drafts.ts'
import type { Handler } from '../handler.ts'

export const saveDraft: Handler<'draft.save'> = async (work, { agentId }, args) => {
  const { conversationId, base, writer } = args
  const { tx, organizationId } = work
  const content = args.content && isEmptyDraft(args.content) ? null : args.content
  const there = await findDraft(tx, organizationId, agentId, conversationId)
  const isKnown = !there || there.version === base || there.writer === writer
  const merged = isKnown
    ? content
    : mergeDrafts<QuickReplyFile, DraftContent>(content, there.content, ({ fileId }) => fileId)
  const same = JSON.stringify(merged) === JSON.stringify(there?.content ?? null)
  if (there && same) return ok({ draft: there })
  if (!there?.content && merged) {
    const limit = DRAFT_LIMITS.drafts
    if ((await countDrafts(tx, organizationId, agentId)) >= limit) return refuse('drafts-full', { limit })
  }
  const draft: Draft = {
    conversationId,
    version: (there?.version ?? base) + 1,
    // What two have written is news to both.
    writer: JSON.stringify(merged) === JSON.stringify(content) ? writer : '',
    content: merged,
  }
  if (!there && !merged) return ok({ draft })
  await write(tx, organizationId, agentId, draft, work.now)
  work.publish(`agent:${agentId}`, 'draft.changed', { draft })
  return ok({ draft })
}
