import type { Message, Quote } from '../../protocol/model/index.ts'
import { previewOf } from './previewOf.ts'

/** What a message that answers this one carries of it; null: it is nothing a person has said. */
export const quoteOf = (message: Message): Quote | null => {
  const { id: messageId, seq, sender } = message
  const { kind, text } = previewOf(message)
  if (sender.kind === 'system' || kind === 'system' || kind === 'unsupported') return null
  return { messageId, seq, sender, kind, text }
}

/** The message after one that it quotes was recalled. */
export const withoutQuoted = (message: Message, recalledId: Message['id']): Message => {
  const { body } = message
  return body.kind === 'text' && body.quote?.messageId === recalledId
    ? { ...message, body: { ...body, quote: { ...body.quote, kind: 'recalled', text: '' } } }
    : message
}
