import type { Conversation, Me } from '../../../protocol/model/index.ts'

export type FriendAction = 'add' | 'end'

/** What the agent may do about friendship in this conversation: ask for one, or end that of its face. */
export const friendActions = (
  { face, friendSince }: Pick<Conversation, 'face' | 'friendSince'>,
  { agentId, permissions }: Pick<Me, 'agentId' | 'permissions'>,
): readonly FriendAction[] => {
  const mayEnd =
    face.kind === 'organization'
      ? permissions.includes('main-account.friends')
      : face.agentId === agentId && permissions.includes('friend.delete')
  return [
    ...(permissions.includes('friend.add') ? (['add'] as const) : []),
    ...(friendSince !== null && mayEnd ? (['end'] as const) : []),
  ]
}
