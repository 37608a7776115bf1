import { ok, refuse } from '../../../base/result.ts'
import { groupsNamed } from '../../../domain/routing/measures.ts'
import type { GroupId } from '../../../protocol/model/index.ts'
import { deleteGroup } from '../../db/receptionGroups.ts'
import { countOpen } from '../../db/sessions.ts'
import { countWidgetsOf } from '../../db/widgets.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Handler } from '../handler.ts'
import { movePoolFollowers } from './movePoolFollowers.ts'

export const removeGroup: Handler<'group.remove'> = async (work, _principal, { id, version }) => {
  const directory = await work.directory()
  const group = directory.groups.get(id)
  if (!group) return refuse('not-found')
  if (group.main) return refuse('main-group')
  if (group.version !== version) return refuse('conflict', { version: group.version })
  const target = { kind: 'group', groupId: id } as const
  const widgets = await countWidgetsOf(work.tx, work.organizationId, target)
  const sessions = await countOpen(work.tx, work.organizationId, target)
  const plans = countPlans(directory, id)
  if (widgets + sessions + plans > 0) return refuse('in-use', { widgets, sessions, plans })
  await deleteGroup(work.tx, work.organizationId, id)
  work.publish('org', 'group.removed', { id })
  movePoolFollowers(work, directory, group, undefined)
  return ok({})
}

/** How many lists of measures and routing rules send customers to the group. */
const countPlans = ({ organization, groups, rules }: Directory, id: GroupId): number => {
  const { overflow, offHours } = organization.reception
  const lists = [...Object.values(overflow), offHours, ...[...groups.values()].map((group) => group.offHours)]
  const named = rules.filter(({ receiver }) => receiver?.kind === 'group' && receiver.groupId === id).length
  return lists.filter((list) => groupsNamed([list]).includes(id)).length + named
}
