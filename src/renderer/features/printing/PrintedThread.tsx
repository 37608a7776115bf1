import { useEffect, useEffectEvent, useState } from 'react'
import { createPortal } from 'react-dom'

import type { OpenView } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { dayName, fullTime, plainLine, sameDay, serverNow, useLanguage } from '../../ui/index.ts'
import { useViewName } from '../chats/index.ts'
import { useSenderName } from '../thread/index.ts'
import { PrintedMessage } from './PrintedMessage.tsx'

import './printing.css'

/** The newest so many messages of what this device keeps; on paper nobody reads more. */
const MOST = 2000

export interface PrintedThreadProps {
  readonly view: OpenView
  readonly onDone: () => void
}

/** The thread as it stands on paper: all of it, not only the rows in sight, and without anything to click. */
export const PrintedThread = ({ view, onDone }: PrintedThreadProps) => {
  const { t } = useTranslation('printing')
  const language = useLanguage()
  const conversationId = view.conversation.id
  const thread = useQuery('thread.messages', { conversationId, limit: MOST })
  const organization = useQuery('organization.get', {})?.organization.name
  const agent = useQuery('account.current', {})?.account?.agentName
  const nameOfSender = useSenderName(view)
  const name = useViewName()(view)
  const [printedAt] = useState(serverNow)
  /** Pictures that are there, or will never be. */
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const messages = thread?.messages ?? []
  const isReady =
    thread !== undefined && messages.every(({ id, body }) => body.kind !== 'image' || settled.has(id))
  const done = useEffectEvent(onDone)
  useEffect(() => {
    if (!isReady) return undefined
    const over = (): void => {
      done()
    }
    window.addEventListener('afterprint', over)
    window.print()
    return () => {
      window.removeEventListener('afterprint', over)
    }
  }, [isReady])
  if (!thread) return null
  return createPortal(
    <article className="fy-print">
      <header>
        <h1>{plainLine(name)}</h1>
        <p>{t('by', { organization, agent, time: fullTime(printedAt, language) })}</p>
        {thread.more ? <p>{t('more')}</p> : null}
      </header>
      {messages.map((message, index) => {
        const before = messages[index - 1]
        return (
          <div key={message.id}>
            {before && sameDay(before.at, message.at) ? null : <h2>{dayName(message.at, language)}</h2>}
            <PrintedMessage
              message={message}
              author={nameOfSender(message.sender)}
              onSettled={() => {
                setSettled((known) => new Set([...known, message.id]))
              }}
            />
          </div>
        )
      })}
    </article>,
    document.body,
  )
}
