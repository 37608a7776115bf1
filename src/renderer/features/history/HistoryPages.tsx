import { useState } from 'react'

import type { ConversationId, Message } from '../../../protocol/model/index.ts'
import type { ThreadKinds } from '../../../protocol/queries/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, sameDay, Skeleton } from '../../ui/index.ts'
import { DaySeparator, ForgottenLine } from '../thread/index.ts'
import { hiddenOf, isHidden, useHidden } from './hidden.ts'
import { HistoryRow } from './HistoryRow.tsx'

export interface HistoryPagesProps {
  /** What the customer is called. */
  readonly customerName: string
  readonly conversationId: ConversationId
  readonly kinds: ThreadKinds
  /** Where to begin; null: at the newest. */
  readonly start: number | null
  readonly onOpen: ((message: Message) => void) | null
}

/** A thread from a place on, and as far back and on as it is wanted. Give it place and kind as key. */
export const HistoryPages = (props: HistoryPagesProps) => {
  const { start } = props
  return start === null ? (
    <Page {...props} before={null} from={null} way="back" />
  ) : (
    <>
      <Page {...props} before={start} from={null} way="back" waits />
      <Page {...props} before={null} from={start} way="on" />
    </>
  )
}

interface PageProps extends HistoryPagesProps {
  readonly before: number | null
  readonly from: number | null
  readonly way: 'back' | 'on'
  /** Nobody has asked for it yet. */
  readonly waits?: boolean
}

const Page = ({ waits = false, ...props }: PageProps) => {
  const { t } = useTranslation('history')
  const [wanted, setWanted] = useState(!waits)
  if (wanted) return <LoadedPage {...props} />
  return (
    <Button
      kind="quiet"
      onClick={() => {
        setWanted(true)
      }}
    >
      {t(props.way === 'back' ? 'earlier' : 'later')}
    </Button>
  )
}

const LoadedPage = (props: Omit<PageProps, 'waits'>) => {
  const { customerName, conversationId, kinds, start, onOpen, before, from, way } = props
  const { t } = useTranslation('history')
  const run = useRun()
  const hidden = useHidden()
  const agents = useQuery('organization.get', {})?.agents
  const page = useQuery('thread.page', { conversationId, kinds, before, from }, { keep: true })
  if (page === undefined) return <Skeleton rows={6} rowHeight={56} />
  if (page === null)
    return (
      <ErrorLine text={t('failed')}>
        <Button
          onClick={() => {
            void run('connection.retry', {})
          }}
        >
          {t('retry')}
        </Button>
      </ErrorLine>
    )
  const messages = page.messages.filter((message) => !isHidden(hidden, message))
  // What was written before what is hidden is hidden as well.
  const reached = messages.length < page.messages.length
  const more = page.more && !(way === 'back' && reached)
  const deleted = way === 'back' && !more ? hiddenOf(hidden, conversationId) : null
  const authorOf = ({ sender }: Message): string =>
    sender.kind === 'agent'
      ? (agents?.find(({ id }) => id === sender.agentId)?.name ?? t('formerAgent'))
      : customerName
  const edge = way === 'back' ? messages[0] : messages.at(-1)
  const next =
    !more || !edge
      ? null
      : way === 'back'
        ? { before: edge.seq, from: null }
        : { before: null, from: edge.seq + 1 }
  const another = next ? <Page key={edge?.seq} {...props} {...next} waits /> : null
  const line = deleted ? <ForgottenLine conversationId={conversationId} at={deleted.at} /> : null
  if (messages.length === 0)
    return line ?? (start === null ? <p className="fy-secondary">{t(`none.${kinds}`)}</p> : null)
  return (
    <>
      {line}
      {way === 'back' ? another : null}
      <ol className="fy-history-list">
        {messages.map((message, index) => {
          const former = messages[index - 1]
          return [
            former && sameDay(former.at, message.at) ? null : (
              <li key={`day-${message.id}`} className="fy-history-day">
                <DaySeparator at={message.at} />
              </li>
            ),
            <HistoryRow
              key={message.id}
              message={message}
              author={authorOf(message)}
              marked={message.seq === start}
              onOpen={onOpen}
            />,
          ]
        })}
      </ol>
      {way === 'on' ? another : null}
    </>
  )
}
