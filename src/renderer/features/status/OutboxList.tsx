import { useTranslation } from 'react-i18next'

import type { OutboxItem } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { Button, plainLine, RelativeTime } from '../../ui/index.ts'

export interface OutboxListProps {
  readonly items: readonly OutboxItem[]
  readonly onConversation: (id: ConversationId) => void
}

/** Everything that is not sent yet, with age and reason; each can be tried again or given up (R-17-027). */
export const OutboxList = ({ items, onConversation }: OutboxListProps) => {
  const { t } = useTranslation('status')
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const conversations = useQuery('conversations.list', { filter: 'all' }) ?? []
  const offline = useQuery('connection.status', {})?.state === 'offline'
  return (
    <ul className="fy-outbox" aria-label={t('outboxTitle')}>
      {items.map(({ id, conversationId, body, state, reason, createdAt }) => {
        const row = conversations.find((one) => one.id === conversationId)
        return (
          <li key={id}>
            <button
              type="button"
              className="fy-link-button fy-cut"
              onClick={() => {
                onConversation(conversationId)
              }}
            >
              {row ? nameOf(row.customerName, row.customerNumber, row.unnamedMembers) : t('conversation')}
            </button>
            <span className="fy-secondary">
              <RelativeTime at={createdAt} />
            </span>
            <span className="fy-outbox-text fy-cut">
              {plainLine(body.kind === 'text' ? body.text : body.name)}
            </span>
            <span className={state === 'failed' ? 'fy-outbox-failed' : 'fy-secondary'}>
              {state === 'failed' ? errorText(reason ?? 'unknown') : t(`state.${offline ? 'queued' : state}`)}
            </span>
            <span className="fy-outbox-actions">
              {state === 'failed' ? (
                <Button
                  onClick={() => {
                    void run('outbox.retry', { id, force: false })
                  }}
                >
                  {t('again')}
                </Button>
              ) : null}
              <Button
                kind="quiet"
                onClick={() => {
                  void run('outbox.discard', { id })
                }}
              >
                {t('discard')}
              </Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
