import { ok, refuse } from '../../../base/result.ts'
import { chatHeadOf, setMemberMessages } from '../../db/chats.ts'
import { setMessagesOfEntry } from '../../db/listEntries.ts'
import type { Handler } from '../handler.ts'
import { hideListEntry } from '../listEntries/hideListEntry.ts'
import { listChat } from './chatThread.ts'

/** Of two alone each message is for the other: only groups can be silenced. */
export const setChatMessages: Handler<'chat.set-messages'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const { conversationId, messageSetting } = args
  const head = await chatHeadOf(tx, organizationId, conversationId, agentId)
  if (head?.kind !== 'adhoc') return refuse('not-found')
  await setMemberMessages(tx, organizationId, conversationId, agentId, messageSetting)
  if (messageSetting === 'blocked') {
    await hideListEntry(work, agentId, conversationId)
    return ok({})
  }
  const entry = await setMessagesOfEntry(tx, organizationId, agentId, conversationId, messageSetting)
  if (entry) work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
  else await listChat(work, conversationId, agentId, head.lastSeq)
  return ok({})
}
