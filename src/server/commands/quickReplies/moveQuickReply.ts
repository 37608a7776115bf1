import { ok, refuse } from '../../../base/result.ts'
import { fullness } from '../../../domain/quickReplies/limits.ts'
import { nextPosition } from '../../../domain/quickReplies/nextPosition.ts'
import { makeRoom, quickRepliesOf, updateQuickReply } from '../../db/quickReplies.ts'
import { ownerOf, scopeOf, type Library, type LibraryHandler } from './library.ts'

/** Puts a reply before another one of a group, or behind all of them; the last move of all devices counts. */
export const moveQuickReply =
  (library: Library): LibraryHandler<'quick-reply.move'> =>
  async (work, { agentId }, { id, groupName, beforeId }) => {
    const { tx, organizationId } = work
    const ownerId = ownerOf(library, agentId)
    const replies = await quickRepliesOf(tx, organizationId, ownerId)
    const reply = replies.find((one) => one.id === id)
    if (!reply) return refuse('not-found')
    const others = replies.filter((one) => one !== reply)
    const full = fullness([...others, { groupName }])
    // More groups or replies than before there are only by a new group or in another one.
    if (full === 'reply-group-full' || full === 'too-many-reply-groups') return refuse(full)
    const next = others.find((one) => one.id === beforeId && one.groupName === groupName)
    const position = next?.position ?? nextPosition(others, groupName)
    if (next) await makeRoom(tx, organizationId, ownerId, groupName, position)
    await updateQuickReply(tx, organizationId, { ...reply, groupName, position })
    const placed = await quickRepliesOf(tx, organizationId, ownerId)
    const moved = placed.filter((one) => one.groupName === groupName && one.position >= position)
    work.publish(scopeOf(ownerId), 'quick-replies.changed', { quickReplies: moved })
    return ok({})
  }
