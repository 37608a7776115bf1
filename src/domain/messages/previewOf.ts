import type { Conversation, Message, Preview } from '../../protocol/model/index.ts'
import { repliesAfter } from '../paths/replies.ts'

const PREVIEW_CHARACTERS = 120

/** What a list shows of a message: the start of the text, the name of a file, the code of a system line. */
export const previewOf = (message: Message): Preview => ({
  seq: message.seq,
  sender: message.sender,
  kind: message.body.kind === 'file' && message.body.seconds !== undefined ? 'voice' : message.body.kind,
  text: shorten(textOf(message)),
  at: message.at,
})

/** The conversation after one more message; the same on the server and in every cache. */
export const conversationAfter = (conversation: Conversation, message: Message): Conversation =>
  message.seq > conversation.lastSeq
    ? {
        ...conversation,
        lastSeq: message.seq,
        preview: previewOf(message),
        lastCustomerAt: message.sender.kind === 'customer' ? message.at : conversation.lastCustomerAt,
        replies: repliesAfter(conversation.replies, message),
      }
    : conversation

const textOf = ({ body }: Message): string => {
  switch (body.kind) {
    case 'text':
      return body.text
    case 'image':
    case 'file':
      return body.name
    case 'system':
      return body.code
    case 'recalled':
    case 'unsupported':
      return ''
  }
}

const shorten = (text: string): string => {
  const flat = text.replace(/\s+/gu, ' ').trim()
  return flat.length <= PREVIEW_CHARACTERS ? flat : Array.from(flat).slice(0, PREVIEW_CHARACTERS).join('')
}
