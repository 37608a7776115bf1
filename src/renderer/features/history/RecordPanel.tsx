import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { OverlayPanel } from '../../ui/index.ts'
import { useLayer } from '../actions/index.ts'
import { HistoryPages } from './HistoryPages.tsx'
import { openRecord, useOpenRecord } from './openRecord.ts'

import './history.css'

/** What somebody else has said with a customer, from the message on that was found: to be read, and nothing else (R-03-164). */
export const RecordPanel = () => {
  const { t } = useTranslation('history')
  const hit = useOpenRecord((state) => state.hit)
  const agents = useQuery('organization.get', {})?.agents
  const nameOf = useCustomerName()
  useLayer(hit ? close : null)
  if (!hit) return null
  const { message, customerName, customerNumber, handlerId } = hit
  const name = nameOf(customerName, customerNumber)
  const handler = agents?.find(({ id }) => id === handlerId)?.name
  return (
    <OverlayPanel
      title={name}
      area="record"
      width={640}
      height={640}
      bar={
        <span className="fy-secondary fy-cut">
          {handler ? t('record.of', { name: handler }) : t('record.readOnly')}
        </span>
      }
      onClose={close}
    >
      <div className="fy-history fy-record">
        <HistoryPages
          key={message.id}
          customerName={name}
          conversationId={message.conversationId}
          kinds="all"
          start={message.seq}
          onOpen={null}
        />
      </div>
    </OverlayPanel>
  )
}

const close = (): void => {
  openRecord(null)
}
