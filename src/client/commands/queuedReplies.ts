/** What queued commands change in the agent's own quick replies, by the rules of the server. */
import { inOrder } from '../../base/inOrder.ts'
import { nextPosition } from '../../domain/quickReplies/nextPosition.ts'
import type { CommandArgs } from '../../protocol/commands/index.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { QueuedCommand, QuickReplyView } from '../api.ts'

type Replies = readonly QuickReplyView[]

/** Own ones first, by group and position; the company's stay as they are. */
export const repliesWith = (
  replies: Replies,
  agentId: AgentId,
  queued: readonly QueuedCommand[],
): Replies => {
  if (!queued.some(isAboutReplies)) return replies
  const own = queued.reduce<Replies>(
    (now, command) => changed(now, agentId, command),
    replies.filter(({ ownerId }) => ownerId === agentId),
  )
  const inPlace = own.toSorted(
    (one, other) =>
      inOrder(one.groupName, other.groupName) || one.position - other.position || inOrder(one.id, other.id),
  )
  return [...inPlace, ...replies.filter(({ ownerId }) => ownerId !== agentId)]
}

const isAboutReplies = ({ name }: QueuedCommand): boolean => name.startsWith('quick-reply')

const changed = (own: Replies, ownerId: AgentId, { name, args }: QueuedCommand): Replies => {
  switch (name) {
    case 'quick-reply.save': {
      const { version, ...content } = args
      const before = own.find(({ id }) => id === args.id)
      const others = own.filter((one) => one !== before)
      const stays = before?.groupName === args.groupName
      const position = stays ? before.position : nextPosition(others, args.groupName)
      return [
        ...others,
        { ...NEVER_USED, ...before, ...content, ownerId, position, version: (version ?? 0) + 1 },
      ]
    }
    case 'quick-reply.add':
      return args.replies.reduce((now, reply) => withAdded(now, ownerId, reply), own)
    case 'quick-reply.remove':
      return own.filter(({ id }) => !args.ids.includes(id))
    case 'quick-reply.move':
      return moved(own, args)
    case 'quick-reply-group.rename':
      return own.map((one) =>
        one.groupName === args.from ? { ...one, groupName: args.to, version: one.version + 1 } : one,
      )
    default:
      return own
  }
}

const NEVER_USED = { uses: 0, lastUsedAt: null }

/** One that is known is left as it is. */
const withAdded = (
  own: Replies,
  ownerId: AgentId,
  reply: CommandArgs<'quick-reply.add'>['replies'][number],
): Replies => {
  if (own.some(({ id }) => id === reply.id)) return own
  const position = reply.position ?? nextPosition(own, reply.groupName)
  return [...own, { ...NEVER_USED, ...reply, ownerId, position, version: 1 }]
}

const moved = (own: Replies, { id, groupName, beforeId }: CommandArgs<'quick-reply.move'>): Replies => {
  const reply = own.find((one) => one.id === id)
  if (!reply) return own
  const others = own.filter((one) => one !== reply)
  const next = others.find((one) => one.id === beforeId && one.groupName === groupName)
  const position = next?.position ?? nextPosition(others, groupName)
  const placed = others.map((one) =>
    next && one.groupName === groupName && one.position >= position
      ? { ...one, position: one.position + 1 }
      : one,
  )
  return [...placed, { ...reply, groupName, position }]
}
