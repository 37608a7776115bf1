import { useEffect, useState } from 'preact/hooks'

import type { Chat } from '../../chat/chat.ts'
import { isWithAgent, type ChatView } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'

/** Where the customer stands, with the way out of it: leaving the queue, ending the session. */
export const SessionLine = ({ chat, view }: { readonly chat: Chat; readonly view: ChatView }) => {
  const { words } = useSpeech()
  const [asking, setAsking] = useState(false)
  const { session, place } = view.state
  useEffect(() => {
    setAsking(false)
  }, [session])

  if (session === 'ended') return <p class="session-line">{words.endedHint}</p>
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
  return (
    <div class="session-line">
      <span>{withAgent ? '' : words.waiting(place)}</span>
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
    </div>
  )
}
