import { useId, useState } from 'preact/hooks'

import type { SeenMessage } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import { problemIn } from '../../words/index.ts'
import { useIsOver, useSpeech } from '../context.ts'
import { Face } from './Header.tsx'

export type OfferOutcome = (SeenMessage['body'] & { kind: 'offer-answer' })['outcome']

export interface OfferCardProps {
  readonly chat: Chat
  readonly body: SeenMessage['body'] & { kind: 'offer' }
  readonly outcome: OfferOutcome | null
  readonly company: string
}

/** Asks the customer to be friends with somebody, or to go on with somebody else (R-02-206). */
export const OfferCard = ({ chat, body, outcome, company }: OfferCardProps) => {
  const { words } = useSpeech()
  const title = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const expired = useIsOver(body.until, chat.view().clockOffsetMs)
  const name = body.name ?? company
  const state = outcome ?? (expired ? 'expired' : null)
  const answer = async (accept: boolean): Promise<void> => {
    setBusy(true)
    const code = await chat.answerOffer(body, accept)
    setBusy(false)
    setProblem(code === null ? null : code === 'offline' ? words.menu.offline : problemIn(words, code))
  }
  return (
    <li class="survey">
      <section aria-labelledby={title}>
        <h2 id={title} class="offer-title">
          <Face name={name} url={body.avatarUrl} />
          {words.offer[body.about](name)}
        </h2>
        {body.text && <p>{body.text}</p>}
        <div role="status">{state && <p class="note">{words.offer.outcome[state]}</p>}</div>
        {problem && <p class="problem">{problem}</p>}
        {state === null && (
          <div class="offer-buttons">
            <button
              type="button"
              class="send"
              disabled={busy}
              onClick={() => {
                void answer(true)
              }}
            >
              {body.about === 'friend' ? words.offer.accept : words.offer.open(name)}
            </button>
            <button
              type="button"
              class="text-button"
              disabled={busy}
              onClick={() => {
                void answer(false)
              }}
            >
              {words.offer.decline}
            </button>
          </div>
        )}
        {state === 'accepted' && body.with !== null && body.with !== chat.view().talks?.with && (
          <button
            type="button"
            class="text-button"
            onClick={() => {
              chat.talkWith(body.with)
            }}
          >
            {words.offer.open(name)}
          </button>
        )}
      </section>
    </li>
  )
}
