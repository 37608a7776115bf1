import { ok, refuse } from '../../../base/result.ts'
import { usesOf } from '../../../domain/routing/uses.ts'
import { deleteGroup } from '../../db/receptionGroups.ts'
import { countOpen } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { namingSettings } from '../routing/namingSettings.ts'
import { movePoolFollowers } from './movePoolFollowers.ts'

export const removeGroup: Handler<'group.remove'> = async (work, _principal, { id, version }) => {
  const directory = await work.directory()
  const group = directory.groups.get(id)
  if (!group) return refuse('not-found')
  if (group.main) return refuse('main-group')
  if (group.version !== version) return refuse('conflict', { version: group.version })
  const target = { kind: 'group', groupId: id } as const
  const uses = usesOf(target, await namingSettings(work)).length
  const sessions = await countOpen(work.tx, work.organizationId, target)
  if (uses + sessions > 0) return refuse('in-use', { uses, sessions })
  await deleteGroup(work.tx, work.organizationId, id)
  work.publish('org', 'group.removed', { id })
  movePoolFollowers(work, directory, group, undefined)
  return ok({})
}
