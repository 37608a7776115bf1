/**
 * Both libraries of quick replies take the same commands: the agent's own needs no permission, the company's has names
 * of its own, because whoever keeps it needs `quickreply.company`.
 */
import * as z from 'zod'

import {
  QuickReply,
  QuickReplyContent,
  QuickReplyGroupName,
  QuickReplyId,
  QuickReplyUse,
  Version,
  type Permission,
} from '../model/index.ts'
import { QUICK_REPLY_LIMITS } from '../model/limits.ts'
import { command } from './command.ts'

const COMPANY = 'quickreply.company' satisfies Permission
/** So that they fit into a frame; more come in several commands. */
const ADDED_AT_ONCE = 100
const FULL = ['library-full', 'reply-group-full', 'too-many-reply-groups'] as const

const saysSomething = ({ texts, files }: Pick<QuickReplyContent, 'texts' | 'files'>): boolean =>
  texts.length + files.length > 0

/** `version` is the one its author saw, null for a new reply, whose id the author makes. A new one comes last in its group. */
const save = {
  by: 'agent',
  args: z
    .strictObject({ ...QuickReplyContent.shape, id: QuickReplyId, version: Version.nullable() })
    .refine(saysSomething, { path: ['texts'] }),
  result: z.object({ quickReply: QuickReply }),
  codes: ['conflict', 'file-missing', ...FULL],
} as const

/** Many at once, from a file or because their deletion is taken back: all of them, or none. Known ids are left as they are. */
const add = {
  by: 'agent',
  args: z.strictObject({
    replies: z
      .array(
        z
          // With a position it comes to where it was.
          .strictObject({ ...QuickReplyContent.shape, id: QuickReplyId, position: z.int().nullable() })
          .refine(saysSomething, { path: ['texts'] }),
      )
      .min(1)
      .max(ADDED_AT_ONCE),
  }),
  result: z.object({ added: z.int() }),
  codes: ['file-missing', ...FULL],
} as const

const remove = {
  by: 'agent',
  args: z.strictObject({ ids: z.array(QuickReplyId).min(1).max(QUICK_REPLY_LIMITS.group) }),
  result: z.object({}),
  codes: [],
} as const

/** To another place or group; null: behind all others of the group. */
const move = {
  by: 'agent',
  args: z.strictObject({
    id: QuickReplyId,
    groupName: QuickReplyGroupName,
    beforeId: QuickReplyId.nullable(),
  }),
  result: z.object({}),
  codes: ['reply-group-full', 'too-many-reply-groups'],
} as const

const renameGroup = {
  by: 'agent',
  args: z.strictObject({ from: QuickReplyGroupName, to: QuickReplyGroupName }),
  result: z.object({}),
  codes: ['name-taken'],
} as const

export const saveQuickReply = command('quick-reply.save', { ...save, permission: null })
export const addQuickReplies = command('quick-reply.add', { ...add, permission: null })
export const removeQuickReplies = command('quick-reply.remove', { ...remove, permission: null })
export const moveQuickReply = command('quick-reply.move', { ...move, permission: null })
export const renameQuickReplyGroup = command('quick-reply-group.rename', { ...renameGroup, permission: null })

export const saveCompanyQuickReply = command('company-quick-reply.save', { ...save, permission: COMPANY })
export const addCompanyQuickReplies = command('company-quick-reply.add', {
  ...add,
  permission: COMPANY,
  sensitive: true,
})
export const removeCompanyQuickReplies = command('company-quick-reply.remove', {
  ...remove,
  permission: COMPANY,
  sensitive: true,
})
export const moveCompanyQuickReply = command('company-quick-reply.move', { ...move, permission: COMPANY })
export const renameCompanyQuickReplyGroup = command('company-quick-reply-group.rename', {
  ...renameGroup,
  permission: COMPANY,
})

/** Counts that the agent has sent or inserted a reply. */
export const countQuickReply = command('quick-reply.count-use', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ id: QuickReplyId }),
  result: z.object({ use: QuickReplyUse }),
  codes: [],
})
