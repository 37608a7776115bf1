import type { SeenQuote } from '../../../protocol/wire/index.ts'
import type { Words } from '../../words/index.ts'
import { useSpeech } from '../context.ts'

export interface QuoteLineProps {
  readonly quote: SeenQuote
  readonly onJump: () => void
}

/** What a message answers: who said it, and its beginning (R-18-019). */
export const QuoteLine = ({ quote, onJump }: QuoteLineProps) => {
  const { words } = useSpeech()
  const author = quote.from === 'me' ? words.me : (quote.name ?? words.agent)
  const text = quoteText(quote, words)
  if (quote.kind === 'recalled') return <span class="quote">{text}</span>
  return (
    <button type="button" class="quote" aria-label={words.quoted.jump(author, text)} onClick={onJump}>
      <b>{author}</b>
      <span class="quote-text">{text}</span>
    </button>
  )
}

export const quoteText = ({ kind, text }: SeenQuote, words: Words): string => {
  switch (kind) {
    case 'text':
      return text
    case 'image':
      return `[${words.picture}] ${text}`
    case 'file':
      return `[${words.quoted.file}] ${text}`
    case 'voice':
      return `[${words.voice.record}]`
    case 'recalled':
      return words.quoted.recalled
  }
}
