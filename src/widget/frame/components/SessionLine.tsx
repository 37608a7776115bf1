import type { ChatView } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import { momentText } from '../format.ts'

export interface SessionLineProps {
  readonly view: ChatView
  readonly onLeaveMessage: () => void
  /** Wants to leave the queue. */
  readonly onLeave: () => void
}

/** Where a customer stands whom nobody is talking to. */
export const SessionLine = ({ view, onLeaveMessage, onLeave }: SessionLineProps) => {
  const { words, language } = useSpeech()
  const { session, place, waitMinutes, askMessage, leftMessage } = view.state
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
  if (session !== 'pending') return null
  return (
    <div class="session-line">
      <span>{words.waiting(place, waitMinutes)}</span>
      <button type="button" class="text-button" disabled={view.link !== 'online'} onClick={onLeave}>
        {words.leaveQueue}
      </button>
    </div>
  )
}
