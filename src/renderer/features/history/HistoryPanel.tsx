import type { ConversationView } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { KeptLine } from '../customer/index.ts'
import { HistoryFrame, type HistoryFrameProps } from './HistoryFrame.tsx'
import { ThreadChooser } from './ThreadChooser.tsx'

export interface HistoryPanelProps extends Pick<HistoryFrameProps, 'onOpen'> {
  readonly view: ConversationView
}

/** All that was said with the customer, on whatever way (R-03-144). */
export const HistoryPanel = ({ view, onOpen }: HistoryPanelProps) => {
  const { t } = useTranslation('history')
  const nameOf = useContactName()
  const conversationId = view.conversation.id
  const threads = useQuery('customer.threads', { conversationId }, { keep: true })
  return (
    <HistoryFrame
      conversationId={conversationId}
      searchLabel={t('search')}
      customerName={nameOf(view)}
      onOpen={onOpen}
      chooser={(chosen, choose) => (
        <>
          <ThreadChooser answer={threads} chosen={chosen} onChoose={choose} />
          {threads ? <KeptLine keptAt={threads.keptAt} /> : null}
        </>
      )}
    />
  )
}
