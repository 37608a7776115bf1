import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { useLayer } from '../actions/index.ts'

/** Above the groups in the assistant: the way back to the list, also by Esc (R-03-062). */
export const AssistantHead = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useTranslation('conversations')
  const head = useRef<HTMLDivElement>(null)
  useLayer(onBack)
  useEffect(() => {
    // The row that was chosen is gone.
    head.current?.querySelector('button')?.focus()
  }, [])
  return (
    <div ref={head} className="fy-list-head">
      <Button kind="quiet" onClick={onBack}>
        <ArrowLeft aria-hidden="true" />
        {t('assistant.back')}
      </Button>
      <h2>{t('assistant.title')}</h2>
      <span className="fy-list-tools" />
    </div>
  )
}
