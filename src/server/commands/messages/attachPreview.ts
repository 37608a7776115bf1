import { ok } from '../../../base/result.ts'
import { firstPageIn } from '../../../domain/messages/linkify.ts'
import type { LinkPreview, Message } from '../../../protocol/model/index.ts'
import { linkFile } from '../../db/fileLinks.ts'
import { insertFile } from '../../db/files.ts'
import { findMessage, rowToMessage } from '../../db/messages.ts'
import type { FoundPicture } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import type { InternalHandler } from '../handler.ts'
import { showAnnotated } from './showAnnotated.ts'

/** What a page says of itself, below the message that leads there; not where that was recalled or the company wants none now. */
export const attachPreview: InternalHandler<'message.preview'> = async (work, { messageId, page }) => {
  const row = await findMessage(work.tx, work.organizationId, messageId)
  const message = row && rowToMessage(row)
  const { linkPreviews } = (await work.directory()).organization
  if (linkPreviews !== true || message?.body.kind !== 'text' || message.body.preview) return ok({})
  if (firstPageIn(message.body.text) !== page.url) return ok({})
  const picture = page.picture && (await showPicture(work, message, page.picture))
  await showAnnotated(work, { ...message, body: { ...message.body, preview: { ...page, picture } } })
  return ok({})
}

/** A file for each message, so that it goes with the message; the bytes of the same picture are kept once. */
const showPicture = async (
  { tx, organizationId, now }: Work,
  { conversationId, sender }: Message,
  { fileId, sha256, ...picture }: FoundPicture,
): Promise<LinkPreview['picture']> => {
  if (sender.kind === 'system') return null
  const uploader =
    sender.kind === 'agent'
      ? ({ kind: 'agent', id: sender.agentId } as const)
      : ({ kind: 'customer', id: sender.customerId } as const)
  await insertFile(tx, organizationId, { file: { id: fileId, ...picture }, sha256 }, uploader, now)
  await linkFile(tx, organizationId, fileId, conversationId)
  return { fileId, width: picture.width, height: picture.height }
}
