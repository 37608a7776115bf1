import { ok, refuse } from '../../../base/result.ts'
import type { Message, SavedMessage, WrittenBody } from '../../../protocol/model/index.ts'
import { SAVED_MESSAGE_LIMITS } from '../../../protocol/model/limits.ts'
import { customersByIds } from '../../db/customers.ts'
import { messagesByIds } from '../../db/messages.ts'
import {
  countSavedMessages,
  deleteSavedMessage,
  insertSavedMessage,
  savedAmong,
} from '../../db/savedMessages.ts'
import type { AgentPrincipal } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import { seesMessage } from '../../queries/visibility.ts'
import type { Handler } from '../handler.ts'
import { withdrawUnshown } from '../messages/withdrawUnshown.ts'

/** The copy is made here, of what the agent may read now: what is said to be a favourite is what was said. */
export const addSavedMessages: Handler<'saved-message.add'> = async (work, principal, { messageIds }) => {
  const { tx, organizationId } = work
  const { agentId } = principal
  const known = await savedAmong(tx, organizationId, agentId, messageIds)
  const wanted = [...new Set(messageIds)].filter((id) => !known.has(id))
  const { messages: limit } = SAVED_MESSAGE_LIMITS
  if (wanted.length > 0 && (await countSavedMessages(tx, organizationId, agentId)) + wanted.length > limit)
    return refuse('too-many-saved', { limit })
  const messages = await messagesByIds(tx, organizationId, wanted)
  if (messages.length < wanted.length) return refuse('not-found')
  const copies: SavedMessage[] = []
  for (const message of messages) {
    const copy = (await maySee(work, principal, message)) ? await copyOf(work, message) : undefined
    if (!copy) return refuse('not-found')
    copies.push(copy)
  }
  for (const saved of copies) {
    await insertSavedMessage(tx, organizationId, agentId, saved)
    work.publish(`agent:${agentId}`, 'saved-message.added', { saved })
  }
  return ok({})
}

export const removeSavedMessages: Handler<'saved-message.remove'> = async (
  work,
  { agentId },
  { messageIds },
) => {
  const { tx, organizationId } = work
  for (const messageId of new Set(messageIds)) {
    const saved = await deleteSavedMessage(tx, organizationId, agentId, messageId)
    if (!saved) continue
    work.publish(`agent:${agentId}`, 'saved-message.removed', { messageId })
    if (saved.body.kind !== 'text') await withdrawUnshown(work, saved.body.fileId)
  }
  return ok({})
}

const maySee = async (work: Work, principal: AgentPrincipal, message: Message): Promise<boolean> => {
  const known = (await work.directory()).agents.get(principal.agentId)
  return known !== undefined && seesMessage(work.tx, principal, known, message)
}

/** Undefined: nobody said anything with it, or it was taken back. */
const copyOf = async (
  { tx, organizationId, now }: Work,
  message: Message,
): Promise<SavedMessage | undefined> => {
  const { id: messageId, conversationId, seq, sender, at } = message
  const body = writtenIn(message)
  if (!body) return undefined
  const [customer] =
    sender.kind === 'customer' ? await customersByIds(tx, organizationId, [sender.customerId]) : []
  return {
    ...{ messageId, conversationId, seq, sender, body, at, savedAt: now },
    customer: customer ? { name: customer.name, number: customer.number } : null,
  }
}

const writtenIn = ({ body }: Message): WrittenBody | undefined => {
  if (body.kind === 'text') return { kind: 'text', text: body.text }
  if (body.kind === 'image') return body
  if (body.kind !== 'file') return undefined
  const { annotations: _annotations, ...file } = body
  return file
}
