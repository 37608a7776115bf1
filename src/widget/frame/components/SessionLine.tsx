import { useEffect, useState } from 'preact/hooks'

import type { Chat } from '../../chat/contract.ts'
import { isWithAgent, type ChatView } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import { momentText } from '../format.ts'

export interface SessionLineProps {
  readonly chat: Chat
  readonly view: ChatView
  readonly onLeaveMessage: () => void
}

/** Where the customer stands, with the way out of it: leaving the queue, ending the session. */
export const SessionLine = ({ chat, view, onLeaveMessage }: SessionLineProps) => {
  const { words, language } = useSpeech()
  const [asking, setAsking] = useState(false)
  const { session, place, waitMinutes, bot } = view.state
  useEffect(() => {
    setAsking(false)
  }, [session])

  const { askMessage, leftMessage } = view.state
  if (askMessage) {
    return (
      <div class="session-line">
        <span>{words.ended[askMessage.cause]}</span>
        <button type="button" class="text-button" onClick={onLeaveMessage}>
          {words.leave.open}
        </button>
      </div>
    )
  }
  if (session === 'ended') return <p class="session-line">{words.endedHint}</p>
  if (leftMessage) {
    const { number, answerBy } = leftMessage
    return <p class="session-line">{words.leave.received(number, momentText(answerBy, language))}</p>
  }
  const withAgent = isWithAgent(view.state)
  if (session !== 'pending' && !withAgent) return null
  if (asking) {
    return (
      <div class="session-line" role="group" aria-label={withAgent ? words.endSure : words.leaveSure}>
        <span>{withAgent ? words.endSure : words.leaveSure}</span>
        <button
          type="button"
          class="text-button danger"
          onClick={() => {
            setAsking(false)
            chat.leave()
          }}
        >
          {words.yes}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            setAsking(false)
          }}
        >
          {words.no}
        </button>
      </div>
    )
  }
  // Leaving the queue is no tool that a company could take away.
  const mayLeave = !withAgent || (view.settings?.tools.includes('end') ?? true)
  if (!mayLeave && !bot) return null
  return (
    <div class="session-line">
      <span>{withAgent ? '' : words.waiting(place, waitMinutes)}</span>
      {bot && (
        <button
          type="button"
          class="text-button"
          disabled={view.link !== 'online'}
          onClick={() => {
            chat.askPerson()
          }}
        >
          {words.askPerson}
        </button>
      )}
      {mayLeave && (
        <button
          type="button"
          class="text-button"
          disabled={view.link !== 'online'}
          onClick={() => {
            setAsking(true)
          }}
        >
          {withAgent ? words.end : words.leaveQueue}
        </button>
      )}
    </div>
  )
}
