import * as z from 'zod'

import { GroupId, ReceptionGroup, Version } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Makes a reception group, or changes one (R-02-051). `version` is the one its author saw, null for a new group, whose id
 * the author makes: whoever saved first wins.
 */
export const saveGroup = command('group.save', {
  by: 'agent',
  permission: 'reception.groups',
  sensitive: true,
  args: z.strictObject({
    ...ReceptionGroup.pick({
      name: true,
      policy: true,
      ownerFirst: true,
      timeoutTransfer: true,
      hours: true,
      offHours: true,
      botId: true,
    }).shape,
    id: GroupId,
    version: Version.nullable(),
    memberIds: ReceptionGroup.shape.memberIds.min(1),
  }),
  result: z.object({ group: ReceptionGroup }),
  codes: [
    'conflict',
    'name-taken',
    'member-cannot-receive',
    'too-few-members',
    'group-missing',
    'bot-missing',
  ],
})

/** Deletes a group nothing refers to; what does is counted in the refusal (R-02-053). */
export const removeGroup = command('group.remove', {
  by: 'agent',
  permission: 'reception.groups',
  sensitive: true,
  args: z.strictObject({ id: GroupId, version: Version }),
  result: z.object({}),
  codes: ['conflict', 'main-group', 'in-use'],
})
