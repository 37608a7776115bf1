import type { AgentId, ConversationId, WrittenBody } from '../../../protocol/model/index.ts'
import { conversationsWithFile, linkFile, uploaderOf } from '../../db/fileLinks.ts'
import { findFile } from '../../db/files.ts'
import { isFollowing } from '../../db/follows.ts'
import { isLibraryFile } from '../../db/quickReplyFiles.ts'
import { keepersOfFile } from '../../db/savedMessages.ts'
import type { Work } from '../../engine/work.ts'

/**
 * Makes the file of a message visible in its conversation; false: there is no such file, or it is not the sender's to show.
 *
 * The type and the size must be those of the stored file: what is written in a message is believed by whoever shows it.
 */
export const attachFile = async (
  work: Work,
  conversationId: ConversationId,
  body: WrittenBody,
): Promise<boolean> => {
  if (body.kind === 'text') return true
  const { tx, organizationId, actor } = work
  const record = await findFile(tx, organizationId, body.fileId)
  if (!record || record.file.mime !== body.mime || record.file.bytes !== body.bytes) return false
  const uploader = await uploaderOf(tx, organizationId, body.fileId)
  const own = uploader?.kind === actor.kind && uploader.id === actor.id
  const shownIn = await conversationsWithFile(tx, organizationId, body.fileId)
  const shown =
    own ||
    shownIn.includes(conversationId) ||
    // Forwarded from another conversation the agent has.
    (actor.kind === 'agent' && (await followsAny(work, actor.id as AgentId, shownIn))) ||
    // A quick reply sends along what somebody else has uploaded.
    (actor.kind === 'agent' && (await isLibraryFile(tx, organizationId, body.fileId, actor.id as AgentId))) ||
    // So do favourites, also when the conversation they are from is not the agent's any more.
    (actor.kind === 'agent' &&
      (await keepersOfFile(tx, organizationId, body.fileId)).includes(actor.id as AgentId))
  if (!shown) return false
  await linkFile(tx, organizationId, body.fileId, conversationId)
  return true
}

const followsAny = async (
  { tx, organizationId }: Work,
  agentId: AgentId,
  conversationIds: readonly ConversationId[],
): Promise<boolean> => {
  for (const id of conversationIds)
    if (await isFollowing(tx, organizationId, agentId, `thread:${id}`)) return true
  return false
}
