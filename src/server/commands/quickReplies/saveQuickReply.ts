import { ok, refuse } from '../../../base/result.ts'
import { fullness } from '../../../domain/quickReplies/limits.ts'
import { nextPosition } from '../../../domain/quickReplies/nextPosition.ts'
import type { QuickReply } from '../../../protocol/model/index.ts'
import { findQuickReply, insertQuickReply, quickRepliesOf, updateQuickReply } from '../../db/quickReplies.ts'
import { attachFiles, ownerOf, scopeOf, type Library, type LibraryHandler } from './library.ts'

/** Makes a reply or changes one; who saved first wins. In another group it comes last. */
export const saveQuickReply =
  (library: Library): LibraryHandler<'quick-reply.save'> =>
  async (work, { agentId }, { version, ...args }) => {
    const { tx, organizationId } = work
    const ownerId = ownerOf(library, agentId)
    const before = await findQuickReply(tx, organizationId, args.id)
    if (before && before.ownerId !== ownerId) return refuse('not-found')
    if ((before?.version ?? null) !== version) return refuse('conflict', { version: before?.version ?? 0 })
    const others = (await quickRepliesOf(tx, organizationId, ownerId)).filter(({ id }) => id !== args.id)
    const stays = before?.groupName === args.groupName
    const reply: QuickReply = {
      ...args,
      ownerId,
      position: stays ? before.position : nextPosition(others, args.groupName),
      version: (before?.version ?? 0) + 1,
    }
    const full = fullness([...others, reply])
    if (full) return refuse(full)
    if (!(await attachFiles(work, agentId, ownerId, reply))) return refuse('file-missing')
    if (before) await updateQuickReply(tx, organizationId, reply)
    else await insertQuickReply(tx, organizationId, reply)
    work.publish(scopeOf(ownerId), 'quick-reply.changed', { quickReply: reply })
    return ok({ quickReply: reply })
  }
