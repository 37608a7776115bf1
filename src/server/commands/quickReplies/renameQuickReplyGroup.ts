import { ok, refuse } from '../../../base/result.ts'
import { quickRepliesOf, renameGroup } from '../../db/quickReplies.ts'
import { ownerOf, scopeOf, type Library, type LibraryHandler } from './library.ts'

/** Two groups do not become one by a name. */
export const renameQuickReplyGroup =
  (library: Library): LibraryHandler<'quick-reply-group.rename'> =>
  async (work, { agentId }, { from, to }) => {
    const { tx, organizationId } = work
    const ownerId = ownerOf(library, agentId)
    if (from === to) return ok({})
    const replies = await quickRepliesOf(tx, organizationId, ownerId)
    if (replies.some(({ groupName }) => groupName === to)) return refuse('name-taken')
    if (!(await renameGroup(tx, organizationId, ownerId, from, to))) return refuse('not-found')
    const renamed = (await quickRepliesOf(tx, organizationId, ownerId)).filter(
      ({ groupName }) => groupName === to,
    )
    work.publish(scopeOf(ownerId), 'quick-replies.changed', { quickReplies: renamed })
    return ok({})
  }
