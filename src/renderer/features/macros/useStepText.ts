import type { MacroStep } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { isActionName } from '../actions/index.ts'

/** What a step is called. */
export const useStepText = (): ((step: MacroStep) => string) => {
  const { t } = useTranslation('actions')
  const replies = useQuery('quick-replies.list', {}) ?? []
  return (step) => {
    if (step.kind === 'action')
      return isActionName(step.action) ? t(`names.${step.action}`) : t('macros.unknown')
    const reply = replies.find(({ id }) => id === step.replyId)
    return reply ? t('macros.insert', { title: reply.title }) : t('macros.replyGone')
  }
}
