import { ok, refuse } from '../../../base/result.ts'
import { mentionedIn } from '../../../domain/chats/mentions.ts'
import { waitBeforeNext } from '../../../domain/chats/pace.ts'
import type { AgentId, MessageBody, WrittenBody } from '../../../protocol/model/index.ts'
import { CHAT_LIMITS } from '../../../protocol/model/limits.ts'
import { chatById, chatHeadOf, membersWithoutEntry, ownMessagesSince, type ChatHead } from '../../db/chats.ts'
import { advanceReadPosition } from '../../db/listEntries.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { attachFile } from '../messages/attachFile.ts'
import { sendOnce } from '../messages/repeated.ts'
import { withQuote } from '../messages/withQuote.ts'
import { appendMessage } from '../reception/thread.ts'
import { listChat } from './chatThread.ts'

/** No session, no capacity, nobody to block: whoever is in the chat may write (R-03-067). */
export const sendToChat: Handler<'chat.send'> = async (work, { agentId }, args) => {
  const { id, conversationId } = args
  const bodyText = JSON.stringify(args.body)
  return sendOnce(work, { id, conversationId, senderId: agentId, bodyText }, async () => {
    const { tx, organizationId } = work
    const head = await chatHeadOf(tx, organizationId, conversationId, agentId)
    if (!head) return refuse('not-a-member')
    const retryAfterMs = head.kind === 'adhoc' ? await waitOf(work, head, agentId, conversationId) : 0
    if (retryAfterMs > 0) return refuse('rate-limited', { retryAfterMs })
    if (!(await attachFile(work, conversationId, args.body))) return refuse('file-missing')
    const quoting = await withQuote(work, conversationId, args)
    for (const memberId of await membersWithoutEntry(tx, organizationId, conversationId))
      await listChat(work, conversationId, memberId, head.lastSeq)
    const message = await appendMessage(
      work,
      { id: conversationId, lastSeq: head.lastSeq },
      {
        id,
        sessionId: null,
        sender: { kind: 'agent', agentId },
        body: await addressed(work, head, args, agentId, quoting?.body ?? args.body),
      },
    )
    if (!message) return 'id-taken'
    await advanceReadPosition(tx, organizationId, agentId, conversationId, message.seq)
    return ok({ seq: message.seq, at: message.at })
  })
}

const waitOf = async (
  { tx, organizationId, now }: Work,
  { lastSeq }: ChatHead,
  agentId: AgentId,
  conversationId: Parameters<typeof ownMessagesSince>[2],
): Promise<number> => {
  const since = now - CHAT_LIMITS.withinMs
  return waitBeforeNext(
    await ownMessagesSince(tx, organizationId, conversationId, agentId, { lastSeq, since }),
    now,
  )
}

/** The text with those whom it mentions; of two alone nobody need be. */
const addressed = async (
  work: Work,
  { kind }: ChatHead,
  { conversationId }: { readonly conversationId: Parameters<typeof chatById>[2] },
  agentId: AgentId,
  body: WrittenBody | MessageBody,
): Promise<MessageBody> => {
  if (kind !== 'adhoc' || body.kind !== 'text' || !body.text.includes('@')) return body
  const { agents } = await work.directory()
  const chat = await chatById(work.tx, work.organizationId, conversationId)
  const members = (chat?.memberIds ?? []).flatMap((id) => agents.get(id)?.agent ?? [])
  const mentions = mentionedIn(
    body.text,
    members.filter(({ id }) => id !== agentId),
  )
  return mentions.length > 0 ? { ...body, mentions } : body
}
