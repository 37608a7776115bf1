import { Lock } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'

/** Whoever was removed from a chat reads it, and writes there no more (R-09-064). */
export const LeftLine = () => {
  const { t } = useTranslation('chats')
  return (
    <div className="fy-composer-lock" id="fy-composer-lock">
      <Lock aria-hidden="true" />
      <span>{t('left')}</span>
    </div>
  )
}
