import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import { reachInChat } from '../../db/chats.ts'
import { deleteListEntry } from '../../db/listEntries.ts'
import type { Work } from '../../engine/work.ts'

/**
 * Takes a row out of an agent's list, who sees the conversation no more until something happens in it. False: there is none.
 *
 * A chat goes on being theirs: it can be found, and opened again.
 */
export const hideListEntry = async (
  work: Work,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<boolean> => {
  if (!(await deleteListEntry(work.tx, work.organizationId, agentId, conversationId))) return false
  work.publish(`agent:${agentId}`, 'list-entry.removed', { conversationId })
  const { tx, organizationId } = work
  if ((await reachInChat(tx, organizationId, conversationId, agentId)) === null)
    await work.unfollow(agentId, `thread:${conversationId}`)
  return true
}
