import { ok, refuse } from '../../../base/result.ts'
import { fullness } from '../../../domain/quickReplies/limits.ts'
import { nextPosition } from '../../../domain/quickReplies/nextPosition.ts'
import type { QuickReply } from '../../../protocol/model/index.ts'
import { findQuickReply, insertQuickReply, quickRepliesOf } from '../../db/quickReplies.ts'
import { attachFiles, ownerOf, scopeOf, type Library, type LibraryHandler } from './library.ts'

/** All or none: what does not fit is said before anything is written. */
export const addQuickReplies =
  (library: Library): LibraryHandler<'quick-reply.add'> =>
  async (work, { agentId }, args) => {
    const { tx, organizationId } = work
    const ownerId = ownerOf(library, agentId)
    const replies = await quickRepliesOf(tx, organizationId, ownerId)
    const known = new Set(replies.map(({ id }) => id))
    const added: QuickReply[] = []
    for (const one of args.replies) {
      if (known.has(one.id)) continue
      const position = one.position ?? nextPosition([...replies, ...added], one.groupName)
      added.push({ ...one, ownerId, position, version: 1 })
      known.add(one.id)
    }
    const full = fullness([...replies, ...added])
    if (full) return refuse(full)
    for (const reply of added) {
      if (!(await attachFiles(work, agentId, ownerId, reply))) return refuse('file-missing')
      // Ids are made by agents: one of somebody else's library is nothing this agent may learn of.
      if (await findQuickReply(tx, organizationId, reply.id)) return refuse('not-found')
      await insertQuickReply(tx, organizationId, reply)
    }
    if (added.length > 0) work.publish(scopeOf(ownerId), 'quick-replies.changed', { quickReplies: added })
    return ok({ added: added.length })
  }
