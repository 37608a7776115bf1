import { useEffect, useId, useRef, useState } from 'preact/hooks'

import type { WidgetId } from '../../../protocol/model/index.ts'
import { CODE_AGAIN_MS, signInCodeOf, signInContactOf } from '../../../protocol/signInContact.ts'
import type { WidgetSettings } from '../../../protocol/wire/index.ts'
import { problemIn } from '../../words/index.ts'
import { askCode, signIn } from '../account.ts'
import { useSecondsUntil, useSpeech } from '../context.ts'

export interface SignInProps {
  readonly widgetId: WidgetId
  readonly offer: NonNullable<WidgetSettings['signIn']>
  readonly onSignedIn: (token: string) => void
}

/** First the address, then the code that was sent there; who has no account is given one (R-02-011). */
export const SignIn = ({ widgetId, offer, onSignedIn }: SignInProps) => {
  const { words, language } = useSpeech()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [contact, setContact] = useState('')
  /** To where a code is on its way. */
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [again, setAgain] = useState<number | null>(null)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const wait = useSecondsUntil(again)
  const hasPhone = offer.ways.includes('phone')
  const kind = sentTo !== null ? 'code' : hasPhone ? 'either' : 'email'

  useEffect(() => {
    if (sentTo !== null) input.current?.focus()
  }, [sentTo])

  const fail = (text: string): void => {
    setProblem(text)
    input.current?.focus()
  }
  const send = async (): Promise<void> => {
    const found = signInContactOf(contact)
    if (!found || !offer.ways.includes(found.kind)) {
      fail(hasPhone ? words.account.wrongContact : words.leave.wrongEmail)
      return
    }
    setBusy(true)
    const answer = await askCode({ widgetId, contact, language })
    setBusy(false)
    if (!answer.ok && answer.retryAfterMs > 0) setAgain(Date.now() + answer.retryAfterMs)
    if (!answer.ok) {
      fail(problemIn(words, answer.code))
      return
    }
    setProblem('')
    setCode('')
    setAgain(Date.now() + CODE_AGAIN_MS)
    setSentTo(found.address)
  }
  const enter = async (): Promise<void> => {
    if (signInCodeOf(code) === null) {
      fail(words.account.needCode)
      return
    }
    setBusy(true)
    const answer = await signIn({ widgetId, contact, code })
    setBusy(false)
    if (answer.ok) onSignedIn(answer.value.token)
    else fail(problemIn(words, answer.code))
  }
  const waiting = wait > 0 ? words.account.againIn(wait) : ''
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void (sentTo === null ? send() : enter())
      }}
    >
      <p class="note">{sentTo === null ? words.account.about : words.account.sent(sentTo)}</p>
      <label>
        <span>{words.account.fields[kind]}</span>
        <input
          key={kind}
          ref={input}
          type="text"
          inputMode={kind === 'code' ? 'numeric' : kind === 'email' ? 'email' : 'text'}
          autocomplete={kind === 'code' ? 'one-time-code' : kind === 'email' ? 'email' : 'username'}
          autocapitalize="none"
          spellcheck={false}
          maxLength={kind === 'code' ? 16 : 128}
          value={sentTo === null ? contact : code}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget: { value } }) => {
            setProblem('')
            if (sentTo === null) setContact(value)
            else setCode(value)
          }}
        />
      </label>
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem}
      </p>
      {sentTo !== null && offer.outboxUrl !== null && (
        <p class="note">
          {words.account.demo}{' '}
          <a href={offer.outboxUrl} target="_blank" rel="noopener">
            {words.account.outbox}
          </a>
        </p>
      )}
      <button type="submit" class="send" disabled={busy || (sentTo === null && wait > 0)}>
        {sentTo !== null ? words.account.enter : waiting || words.account.send}
      </button>
      {sentTo !== null && (
        <div class="account-buttons">
          <button
            type="button"
            class="text-button"
            disabled={busy || wait > 0}
            onClick={() => {
              void send()
            }}
          >
            {waiting || words.account.again}
          </button>
          <button
            type="button"
            class="text-button"
            onClick={() => {
              setSentTo(null)
              setAgain(null)
              setProblem('')
            }}
          >
            {words.account.other}
          </button>
        </div>
      )}
    </form>
  )
}
