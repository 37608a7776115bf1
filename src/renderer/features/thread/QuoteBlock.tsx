import type { Quote } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainText } from '../../ui/index.ts'

export interface QuoteBlockProps {
  readonly quote: Quote
  readonly author: string
  readonly onJump: (seq: number) => void
}

/** What a message answers; a click leads there (R-06-106). */
export const QuoteBlock = ({ quote, author, onJump }: QuoteBlockProps) => {
  const { t } = useTranslation('thread')
  const text = useQuoteText()(quote)
  return quote.kind === 'recalled' ? (
    <span className="fy-quote">{text}</span>
  ) : (
    <button
      type="button"
      className="fy-quote"
      aria-label={`${t('quoted.jump', { name: author })}: ${text}`}
      onClick={() => {
        onJump(quote.seq)
      }}
    >
      <span className="fy-quote-author fy-cut">{author}</span>
      <span className="fy-quote-text">{text}</span>
    </button>
  )
}

/** The beginning of what is quoted, in words. */
export const useQuoteText = (): ((quote: Quote) => string) => {
  const { t } = useTranslation('thread')
  return ({ kind, text }) => {
    switch (kind) {
      case 'text':
        return plainText(text)
      case 'image':
        return t('quoted.image', { text: plainText(text) })
      case 'file':
        return t('quoted.file', { text: plainText(text) })
      case 'voice':
        return t('quoted.voice')
      case 'recalled':
        return t('quoted.recalled')
    }
  }
}
