import { useTranslation } from 'react-i18next'

import type { QueuedRow } from '../../../client/api.ts'
import { useRun } from '../../core/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { plainLine } from '../../ui/index.ts'
import { WaitingRow, type WaitingRowProps } from './WaitingRow.tsx'

export interface QueuedListProps {
  readonly rows: readonly QueuedRow[]
  readonly onConversation: WaitingRowProps['onConversation']
}

/** What was decided without the server and has not reached it (R-17-019, R-17-027). */
export const QueuedList = ({ rows, onConversation }: QueuedListProps) => {
  const { t } = useTranslation('status')
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  return rows.map(({ id, name, text, createdAt, state, refusal, ...about }) => (
    <WaitingRow
      key={id}
      conversationId={about.conversationId}
      name={about.customerId === null ? null : nameOf(about.customerName, about.customerNumber)}
      createdAt={createdAt}
      text={
        text === ''
          ? t(`changes.${name}`)
          : t('change', { what: t(`changes.${name}`), text: plainLine(text) })
      }
      state={refusal === null ? t('state.queued') : errorText(refusal.code, refusal.details ?? {})}
      failed={state === 'failed'}
      onConversation={onConversation}
      onAgain={() => {
        void run('queued.retry', { id })
      }}
      onDiscard={() => {
        void run('queued.discard', { id })
      }}
    />
  ))
}
