import { ok, refuse } from '../../../base/result.ts'
import { CONTACT_LIMITS } from '../../../protocol/model/limits.ts'
import { findAgent } from '../../db/agents.ts'
import { contactGroupsOf, countFavorites } from '../../db/contacts.ts'
import {
  deleteStarredColleague,
  saveStarredColleague,
  starredColleaguesOf,
} from '../../db/starredColleagues.ts'
import type { Handler } from '../handler.ts'

/** A disabled colleague stays one: their chat is still there (R-03-068). */
export const starColleague: Handler<'colleague.star'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const groups = await contactGroupsOf(tx, organizationId, agentId)
  if (args.groupId !== null && !groups.some(({ id, list }) => id === args.groupId && list === 'favorites'))
    return refuse('group-gone')
  const before = (await starredColleaguesOf(tx, organizationId, agentId)).find(
    (one) => one.agentId === args.agentId,
  )
  if (!before) {
    if (args.agentId === agentId || !(await findAgent(tx, organizationId, args.agentId)))
      return refuse('not-found')
    if ((await countFavorites(tx, organizationId, agentId)) >= CONTACT_LIMITS.favorites)
      return refuse('too-many-favorites', { limit: CONTACT_LIMITS.favorites })
  }
  const colleague = { ...args, at: before?.at ?? work.now }
  await saveStarredColleague(tx, organizationId, agentId, colleague)
  work.publish(`agent:${agentId}`, 'starred-colleague.changed', { colleague })
  return ok({ colleague })
}

export const unstarColleague: Handler<'colleague.unstar'> = async (work, { agentId }, args) => {
  if (!(await deleteStarredColleague(work.tx, work.organizationId, agentId, args.agentId)))
    return refuse('not-found')
  work.publish(`agent:${agentId}`, 'starred-colleague.removed', { agentId: args.agentId })
  return ok({})
}
