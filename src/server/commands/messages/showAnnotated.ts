import type { Message } from '../../../protocol/model/index.ts'
import { replaceBody } from '../../db/messages.ts'
import type { Work } from '../../engine/work.ts'

/** Keeps with a message what was made of it, and tells everybody who reads it. */
export const showAnnotated = async (work: Work, annotated: Message): Promise<void> => {
  await replaceBody(work.tx, work.organizationId, annotated)
  work.publish(`thread:${annotated.conversationId}`, 'message.annotated', { message: annotated })
}
