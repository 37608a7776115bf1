import type { OutboxItem } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { useRunAloud } from '../actions/index.ts'
import { WaitingRow, type WaitingRowProps } from './WaitingRow.tsx'

export interface OutboxListProps {
  readonly items: readonly OutboxItem[]
  readonly onConversation: WaitingRowProps['onConversation']
}

/** Every message that is not sent yet, with age and reason; each can be tried again or given up (R-17-027). */
export const OutboxList = ({ items, onConversation }: OutboxListProps) => {
  const { t } = useTranslation('status')
  const run = useRunAloud()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const conversations = useQuery('conversations.list', { filter: 'all' }) ?? []
  const offline = useQuery('connection.status', {})?.state === 'offline'
  return items.map(({ id, conversationId, body, state, reason, createdAt }) => {
    const row = conversations.find((one) => one.id === conversationId)
    return (
      <WaitingRow
        key={id}
        conversationId={conversationId}
        name={row ? nameOf(row.customerName, row.customerNumber, row.unnamedMembers) : null}
        createdAt={createdAt}
        text={plainLine(body.kind === 'text' ? body.text : body.name)}
        state={state === 'failed' ? errorText(reason ?? 'unknown') : t(`state.${offline ? 'queued' : state}`)}
        failed={state === 'failed'}
        onConversation={onConversation}
        onAgain={() => {
          void run('outbox.retry', { id, force: false })
        }}
        onDiscard={() => {
          void run('outbox.discard', { id })
        }}
      />
    )
  })
}
