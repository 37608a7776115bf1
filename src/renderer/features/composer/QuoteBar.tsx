import { Reply, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { IconButton } from '../../ui/index.ts'
import { useQuoteText } from '../thread/index.ts'
import type { Quoting } from './store.ts'

/** What the answer will quote. */
export const QuoteBar = ({ quoting, onDrop }: { readonly quoting: Quoting; readonly onDrop: () => void }) => {
  const { t } = useTranslation('composer')
  const quoteText = useQuoteText()
  return (
    <div className="fy-tray">
      <div className="fy-tray-item">
        <Reply aria-hidden="true" />
        <span className="fy-secondary fy-cut">{t('quoting', { name: quoting.author })}</span>
        <span className="fy-cut">{quoteText(quoting.quote)}</span>
        <IconButton label={t('dropQuote')} onClick={onDrop}>
          <X />
        </IconButton>
      </div>
    </div>
  )
}
