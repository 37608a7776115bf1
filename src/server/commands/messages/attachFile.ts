import type { ConversationId, WrittenBody } from '../../../protocol/model/index.ts'
import { conversationsWithFile, linkFile, uploaderOf } from '../../db/fileLinks.ts'
import { findFile } from '../../db/files.ts'
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
  if (!own && !(await conversationsWithFile(tx, organizationId, body.fileId)).includes(conversationId))
    return false
  await linkFile(tx, organizationId, body.fileId, conversationId)
  return true
}
