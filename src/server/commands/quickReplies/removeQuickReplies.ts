import { ok } from '../../../base/result.ts'
import { deleteQuickReplies } from '../../db/quickReplies.ts'
import { ownerOf, scopeOf, type Library, type LibraryHandler } from './library.ts'

/** What is gone already is no reason to refuse. */
export const removeQuickReplies =
  (library: Library): LibraryHandler<'quick-reply.remove'> =>
  async (work, { agentId }, { ids }) => {
    const ownerId = ownerOf(library, agentId)
    for (const id of await deleteQuickReplies(work.tx, work.organizationId, ownerId, ids)) {
      work.publish(scopeOf(ownerId), 'quick-reply.removed', { id })
    }
    return ok({})
  }
