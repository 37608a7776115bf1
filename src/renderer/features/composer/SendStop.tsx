import { TriangleAlert } from 'lucide-react'

import type { OpenView } from '../../../client/api.ts'
import { previewOf } from '../../../domain/messages/previewOf.ts'
import { quoteOf } from '../../../domain/messages/quoteOf.ts'
import type { Message } from '../../../protocol/model/index.ts'
import { useCustomerName, useSystemText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, plainText } from '../../ui/index.ts'
import { useViewName } from '../chats/index.ts'
import { useQuoteText, useSenderName } from '../thread/index.ts'
import type { Stop } from './useSendCheck.ts'

export interface SendStopProps {
  readonly view: OpenView
  readonly stop: Stop
  readonly onSend: () => void
  readonly onEdit: () => void
  readonly onDiscard: () => void
}

/** Above the field: why it was not sent yet, with what others have said meanwhile (R-03-187). */
export const SendStop = ({ view, stop, onSend, onEdit, onDiscard }: SendStopProps) => {
  const { t } = useTranslation('composer')
  const nameOf = useCustomerName()
  const name = useViewName()(view)
  const reason = (): string => {
    switch (stop.kind) {
      case 'answered':
        return t('stop.answered', { count: stop.messages.length })
      case 'foreign': {
        const { found, customerName, customerNumber } = stop.part
        return t('stop.foreign', { found: plainText(found), name: nameOf(customerName, customerNumber) })
      }
      case 'switched':
        return t('stop.switched', { name })
    }
  }
  return (
    <div className="fy-composer-lock fy-send-stop" role="group" aria-label={t('stop.send')}>
      <TriangleAlert aria-hidden="true" />
      <span role="alert">
        {reason()} <span className="fy-secondary">{t('stop.again')}</span>
      </span>
      {stop.kind === 'answered' ? <Answers view={view} messages={stop.messages} /> : null}
      <Button kind="quiet" onClick={onDiscard}>
        {t('stop.discard')}
      </Button>
      <Button onClick={onEdit}>{t('stop.edit')}</Button>
      <Button kind="primary" onClick={onSend}>
        {t('stop.send')}
      </Button>
    </div>
  )
}

const Answers = ({ view, messages }: { readonly view: OpenView; readonly messages: readonly Message[] }) => {
  const nameOf = useSenderName(view)
  const quoteText = useQuoteText()
  const systemText = useSystemText()
  return (
    <ul>
      {messages.map((message) => {
        const quote = quoteOf(message)
        return (
          <li key={message.id}>
            {quote ? (
              <>
                <b>{nameOf(message.sender)}</b> {quoteText(quote)}
              </>
            ) : (
              systemText(previewOf(message).text)
            )}
          </li>
        )
      })}
    </ul>
  )
}
