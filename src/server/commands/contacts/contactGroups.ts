import { ok, refuse } from '../../../base/result.ts'
import { CONTACT_LIMITS } from '../../../protocol/model/limits.ts'
import * as rows from '../../db/contacts.ts'
import type { Handler } from '../handler.ts'

export const saveContactGroup: Handler<'contact-group.save'> = async (work, { agentId }, group) => {
  const { tx, organizationId } = work
  const groups = await rows.contactGroupsOf(tx, organizationId, agentId)
  const before = groups.find(({ id }) => id === group.id)
  const others = groups.filter(({ id, list }) => id !== group.id && list === group.list)
  if (before && before.list !== group.list) return refuse('invalid', { path: 'list' })
  if (others.some(({ name }) => name === group.name)) return refuse('name-taken')
  if (!before && others.length >= CONTACT_LIMITS.groups) return refuse('too-many-groups')
  await rows.saveContactGroup(tx, organizationId, agentId, group)
  work.publish(`agent:${agentId}`, 'contact-group.changed', { group })
  return ok({ group })
}

export const removeContactGroup: Handler<'contact-group.remove'> = async (work, { agentId }, { id }) => {
  if (!(await rows.deleteContactGroup(work.tx, work.organizationId, agentId, id))) return refuse('not-found')
  work.publish(`agent:${agentId}`, 'contact-group.removed', { id })
  return ok({})
}
