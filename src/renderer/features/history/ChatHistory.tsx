import { useTranslation } from '../../translation/index.ts'
import { HistoryFrame, type HistoryFrameProps } from './HistoryFrame.tsx'

/** All that colleagues have said in one chat. Give it the chat's id as key. */
export const ChatHistory = (props: Pick<HistoryFrameProps, 'conversationId' | 'onOpen'>) => {
  const { t } = useTranslation('history')
  return <HistoryFrame {...props} searchLabel={t('searchChat')} customerName="" />
}
