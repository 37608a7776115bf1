import { useState } from 'react'

import type { QueuedRow } from '../../../client/api.ts'
import { useRun } from '../../core/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
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
  const [problem, setProblem] = useState<{ readonly id: string; readonly text: string } | null>(null)
  const decide = async (what: 'queued.retry' | 'queued.discard', id: string): Promise<void> => {
    const answer = await run(what, { id })
    // What is not there any more was sent meanwhile.
    const failed = !answer.ok && answer.code !== 'not-found'
    setProblem(failed ? { id, text: errorText(answer.code, answer.details) } : null)
  }
  const nameIn = ({ name, customerId, customerName, customerNumber }: QueuedRow): string | null => {
    if (customerId !== null) return nameOf(customerName, customerNumber)
    const book = bookOf(name)
    return book && t(`books.${book}`)
  }
  return rows.map((row) => {
    const { id, name, text, createdAt, state, refusal, conversationId } = row
    return (
      <WaitingRow
        key={id}
        conversationId={conversationId}
        name={nameIn(row)}
        createdAt={createdAt}
        text={
          text === ''
            ? t(`changes.${name}`)
            : t('change', { what: t(`changes.${name}`), text: plainLine(text) })
        }
        state={refusal === null ? t('state.queued') : errorText(refusal.code, refusal.details ?? {})}
        failed={state === 'failed'}
        problem={problem?.id === id ? problem.text : null}
        onConversation={onConversation}
        onAgain={() => {
          void decide('queued.retry', id)
        }}
        onDiscard={() => {
          void decide('queued.discard', id)
        }}
      />
    )
  })
}

/** What is about a book of one's own, and about nobody. */
const bookOf = (name: QueuedRow['name']): 'contacts' | 'quickReplies' | null => {
  if (name.startsWith('contact-group') || name.startsWith('colleague')) return 'contacts'
  return name.startsWith('quick-reply') ? 'quickReplies' : null
}
