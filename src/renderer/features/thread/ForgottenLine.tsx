import type { ConversationId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, fullTime, useLanguage } from '../../ui/index.ts'

export interface ForgottenLineProps {
  readonly conversationId: ConversationId
  readonly at: number
}

/** Stands where messages are that were deleted on this device, with the way to have them here again (R-06-175). */
export const ForgottenLine = ({ conversationId, at }: ForgottenLineProps) => {
  const { t } = useTranslation('thread')
  const language = useLanguage()
  const run = useRun()
  return (
    <div className="fy-line fy-line-forgotten" role="note">
      <span>{t('forgotten.since', { time: fullTime(at, language) })}</span>
      <Button
        kind="quiet"
        onClick={() => {
          void run('records.show-again', { conversationId })
        }}
      >
        {t('forgotten.showAgain')}
      </Button>
      <span>{t('forgotten.elsewhere')}</span>
    </div>
  )
}
