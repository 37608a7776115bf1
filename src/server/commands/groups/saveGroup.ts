import { ok, refuse } from '../../../base/result.ts'
import { botsNamed, groupsNamed } from '../../../domain/routing/measures.ts'
import type { AgentId, GroupId, ReceptionGroup } from '../../../protocol/model/index.ts'
import { insertGroup, saveGroup as saveRow } from '../../db/receptionGroups.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Handler } from '../handler.ts'
import { takeWaiting } from '../reception/takeWaiting.ts'
import { movePoolFollowers } from './movePoolFollowers.ts'

export const saveGroup: Handler<'group.save'> = async (work, _principal, args) => {
  const directory = await work.directory()
  const before = directory.groups.get(args.id)
  if ((before?.version ?? null) !== args.version) {
    return refuse('conflict', before ? { version: before.version } : {})
  }
  if (hasOther(directory, args.id, args.name)) return refuse('name-taken')
  const memberIds = [...new Set(args.memberIds)]
  const unable = memberIds.find((agentId) => !mayReceive(directory, agentId))
  if (unable !== undefined) {
    return refuse('member-cannot-receive', { agentName: directory.agents.get(unable)?.agent.name ?? '' })
  }
  // There must be somebody else to take over.
  if (args.timeoutTransfer && memberIds.length < 2) return refuse('too-few-members')
  if (groupsNamed([args.offHours]).some((groupId) => !directory.groups.has(groupId))) {
    return refuse('group-missing')
  }
  const bots = [...botsNamed([args.offHours]), ...(args.botId ? [args.botId] : [])]
  if (bots.some((id) => !directory.bots.has(id))) return refuse('bot-missing')

  const group: ReceptionGroup = {
    ...args,
    memberIds,
    main: before?.main ?? false,
    version: (before?.version ?? 0) + 1,
  }
  if (before) await saveRow(work.tx, work.organizationId, group)
  else await insertGroup(work.tx, work.organizationId, group)
  work.publish('org', 'group.changed', { group })
  movePoolFollowers(work, directory, before, group)
  // Who joins may be free for what waits, and with other hours everybody (R-02-124).
  if (directory.organization.reception.autoAssignGroupPool) {
    const isSameHours = JSON.stringify(before?.hours ?? null) === JSON.stringify(group.hours)
    for (const agentId of memberIds)
      if (!isSameHours || !before?.memberIds.includes(agentId)) await takeWaiting(work, agentId)
  }
  return ok({ group })
}

const hasOther = ({ groups }: Directory, id: GroupId, name: string): boolean =>
  [...groups.values()].some(
    (group) => group.id !== id && group.name.toLocaleLowerCase() === name.toLocaleLowerCase(),
  )

const mayReceive = ({ agents }: Directory, agentId: AgentId): boolean => {
  const known = agents.get(agentId)
  return known !== undefined && !known.agent.disabled && known.permissions.has('reception.receive')
}
