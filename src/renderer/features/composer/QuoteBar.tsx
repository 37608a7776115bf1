import { Reply, X } from 'lucide-react'

import type { Quote } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton } from '../../ui/index.ts'
import { useQuoteText } from '../thread/index.ts'

export interface QuoteBarProps {
  readonly quote: Quote
  readonly author: string
  readonly onDrop: () => void
}

/** What the answer will quote. */
export const QuoteBar = ({ quote, author, onDrop }: QuoteBarProps) => {
  const { t } = useTranslation('composer')
  const quoteText = useQuoteText()
  return (
    <div className="fy-tray">
      <div className="fy-tray-item">
        <Reply aria-hidden="true" />
        <span className="fy-secondary fy-cut">{t('quoting', { name: author })}</span>
        <span className="fy-cut">{quoteText(quote)}</span>
        <IconButton label={t('dropQuote')} onClick={onDrop}>
          <X />
        </IconButton>
      </div>
    </div>
  )
}
