import { ok, refuse } from '../../../base/result.ts'
import { manualLockedMs } from '../../../domain/invitations/manualSwitch.ts'
import { INVITATION_DEFAULTS, type SessionTarget } from '../../../protocol/model/index.ts'
import { findInvitationSettings, picturesOf, saveInvitationSettings } from '../../db/invitations.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Handler } from '../handler.ts'
import { areOwnPictures } from '../widgets/areOwnPictures.ts'

export const saveInvitations: Handler<'invitations.save'> = async (work, _principal, args) => {
  const before = (await findInvitationSettings(work.tx, work.organizationId)) ?? INVITATION_DEFAULTS
  if (before.version !== args.version) return refuse('conflict')
  const switched = args.manual !== before.manual
  const remainingMs = switched ? manualLockedMs(before, work.now) : 0
  if (remainingMs > 0) return refuse('switched-lately', { minutes: Math.ceil(remainingMs / 60_000) })
  const directory = await work.directory()
  const lost = args.rules.find(({ on, receiver }) => on && !isThere(directory, receiver))
  if (lost) return refuse('receiver-missing', { name: lost.name })
  if (!(await areOwnPictures(work, picturesOf(args), picturesOf(before)))) return refuse('picture-unusable')
  const invitations = {
    ...args,
    manualChangedAt: switched ? work.now : before.manualChangedAt,
    version: args.version + 1,
  }
  await saveInvitationSettings(work.tx, work.organizationId, invitations)
  work.publish('org', 'invitations.changed', { invitations })
  return ok({ invitations })
}

const isThere = ({ agents, groups }: Directory, receiver: SessionTarget): boolean =>
  receiver.kind === 'group'
    ? groups.has(receiver.groupId)
    : agents.get(receiver.agentId)?.permissions.has('reception.receive') === true
