import { isReply } from '../../../domain/paths/replies.ts'
import type {
  AgentId,
  ConversationId,
  Message,
  MessageBody,
  MessageId,
  Sender,
  SessionId,
  SystemBody,
  SystemCode,
} from '../../../protocol/model/index.ts'
import { advanceConversation } from '../../db/conversations.ts'
import { advanceReadPosition, findListEntry } from '../../db/listEntries.ts'
import { insertMessage } from '../../db/messages.ts'
import type { Work } from '../../engine/work.ts'

/** A conversation while one command writes into it; `lastSeq` moves with every message. */
export interface Thread {
  readonly id: ConversationId
  lastSeq: number
}

export interface Draft {
  readonly id: MessageId
  readonly sessionId: SessionId | null
  readonly sender: Sender
  readonly body: MessageBody
  /** The body as text, where the caller has made it already. */
  readonly bodyText?: string
}

/** Stores the next message of the thread and tells everybody who follows it; undefined: its id is taken. */
export const appendMessage = async (
  work: Work,
  thread: Thread,
  draft: Draft,
): Promise<Message | undefined> => {
  const message: Message = {
    id: draft.id,
    conversationId: thread.id,
    seq: thread.lastSeq + 1,
    sessionId: draft.sessionId,
    sender: draft.sender,
    body: draft.body,
    at: work.now,
  }
  if (!(await insertMessage(work.tx, work.organizationId, message, draft.bodyText))) return undefined
  await advanceConversation(work.tx, work.organizationId, thread.id, {
    seq: message.seq,
    at: message.at,
    from: draft.sender.kind,
    reply: draft.sender.kind !== 'customer' && isReply(draft.sender.kind, draft.body),
  })
  thread.lastSeq = message.seq
  work.publish(`thread:${thread.id}`, 'message.sent', { message })
  return message
}

/** A line that reports an event in the thread (R-06-015). */
export const appendLine = async (
  work: Work,
  thread: Thread,
  sessionId: SessionId | null,
  code: SystemCode,
  params: Readonly<Record<string, string>> = {},
  more: Pick<SystemBody, 'survey' | 'rating'> = {},
): Promise<void> => {
  const line = await appendMessage(work, thread, {
    id: work.ids.next() as MessageId,
    sessionId,
    sender: { kind: 'system' },
    body: { kind: 'system', code, params: { ...params }, ...more },
  })
  if (!line) throw new Error('a new id was taken')
}

/** Moves the agent's read position on, on all their devices; nothing happens if it is there already. */
export const advanceReader = async (
  work: Work,
  agentId: AgentId,
  thread: Pick<Thread, 'id'>,
  seq: number,
): Promise<void> => {
  const entry = await advanceReadPosition(work.tx, work.organizationId, agentId, thread.id, seq)
  if (entry) work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
}

/** Whoever had read everything has also read a line that only reports what they know. */
export const carryReader = async (
  work: Work,
  agentId: AgentId,
  thread: Thread,
  hadReadUpTo: number,
): Promise<void> => {
  if (work.later) {
    work.later.readers.push({ agentId, thread, hadReadUpTo })
    return
  }
  const entry = await findListEntry(work.tx, work.organizationId, agentId, thread.id)
  if (entry && entry.readSeq >= hadReadUpTo) await advanceReader(work, agentId, thread, thread.lastSeq)
}
