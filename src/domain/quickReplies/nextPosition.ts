import type { QuickReply } from '../../protocol/model/index.ts'

/** The place of a reply behind all others of its group. */
export const nextPosition = (
  replies: readonly Pick<QuickReply, 'groupName' | 'position'>[],
  groupName: string,
): number =>
  replies.reduce(
    (last, reply) => (reply.groupName === groupName ? Math.max(last, reply.position) : last),
    -1,
  ) + 1
