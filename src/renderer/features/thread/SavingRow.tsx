import { LoaderCircle } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { MessageText } from './MessageText.tsx'

/** An own message the moment it was written, before it is on the disk. */
export const SavingRow = ({ text, first }: { readonly text: string; readonly first: boolean }) => {
  const { t } = useTranslation('thread')
  return (
    <article className="fy-message" data-own="true" data-first={first || undefined} aria-busy="true">
      <div className="fy-message-body">
        <div className="fy-message-line">
          <div className="fy-bubble" data-kind="text">
            <MessageText text={text} />
          </div>
          <span className="fy-message-meta">
            <LoaderCircle aria-hidden="true" /> {t('unsent.sending')}
          </span>
        </div>
      </div>
    </article>
  )
}
