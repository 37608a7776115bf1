import { useEffect, useState } from 'preact/hooks'

import type { SeenMessage } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import type { ChatView } from '../../chat/view.ts'
import type { Language, Words } from '../../words/index.ts'
import { useSpeech } from '../context.ts'

/** The place in the queue is not spoken more often (R-18-064). */
const PLACE_EVERY_MS = 30_000

/** Tells screen readers about new answers and about the waiting, without taking the focus. */
export const Announcer = ({ chat, view }: { readonly chat: Chat; readonly view: ChatView }) => {
  const { words, language } = useSpeech()
  const [news, setNews] = useState('')
  const [waiting, setWaiting] = useState('')
  const { session, place, waitMinutes } = view.state
  const wanted = session === 'pending' ? words.waiting(place, waitMinutes) : ''

  useEffect(
    () =>
      chat.onArrived((messages) => {
        setNews(messages.map((message) => spoken(message, words, language)).join('\n'))
      }),
    [chat, words, language],
  )

  useEffect(() => {
    if (wanted === '' || waiting === '') {
      setWaiting(wanted)
      return undefined
    }
    const timer = setTimeout(() => {
      setWaiting(wanted)
    }, PLACE_EVERY_MS)
    return () => {
      clearTimeout(timer)
    }
    // Counted from the last time it was spoken.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted])

  return (
    <div class="hidden" aria-live="polite">
      <p>{news}</p>
      <p>{waiting}</p>
    </div>
  )
}

const spoken = ({ name, body }: SeenMessage, words: Words, language: Language): string => {
  if (body.kind === 'survey') return words.survey.arrived
  if (body.kind === 'offer') return words.offer[body.about](body.name ?? words.company)
  const text = body.kind === 'text' ? (body.texts?.[language] ?? body.text) : 'name' in body ? body.name : ''
  return words.announce(name ?? words.agent, text)
}
