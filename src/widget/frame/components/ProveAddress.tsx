import { useEffect, useId, useRef, useState } from 'preact/hooks'

import type { WidgetId } from '../../../protocol/model/index.ts'
import { CODE_AGAIN_MS, signInCodeOf, signInContactOf } from '../../../protocol/signInContact.ts'
import type { WidgetSettings } from '../../../protocol/wire/index.ts'
import { problemIn, type Words } from '../../words/index.ts'
import { askCode, type CallAnswer } from '../account.ts'
import { useSecondsUntil, useSpeech } from '../context.ts'

export interface ProveAddressProps {
  readonly widgetId: WidgetId
  /** Of `ways` the address has to be one. */
  readonly offer: Pick<NonNullable<WidgetSettings['signIn']>, 'ways' | 'outboxUrl'>
  readonly about: string
  /** What the last button says. */
  readonly done: string
  /** Whatever comes of a refusal is said here. */
  readonly onCode: (typed: { readonly contact: string; readonly code: string }) => Promise<CallAnswer<object>>
}

/** First the address, then the code that was sent there (R-02-011). */
export const ProveAddress = ({ widgetId, offer, about, done, onCode }: ProveAddressProps) => {
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
  const [way = 'email', ...others] = offer.ways
  const asked = others.length > 0 ? 'either' : way
  const kind = sentTo !== null ? 'code' : asked

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
      fail(wrongAddress(words, asked))
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
    const answer = await onCode({ contact, code })
    setBusy(false)
    if (!answer.ok) fail(problemIn(words, answer.code))
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
      <p class="note">{sentTo === null ? about : words.account.sent(sentTo)}</p>
      <label>
        <span>{words.account.fields[kind]}</span>
        <input
          key={kind}
          ref={input}
          type="text"
          inputMode={KEYBOARDS[kind]}
          autocomplete={COMPLETIONS[kind]}
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
        {sentTo !== null ? done : waiting || words.account.send}
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

const KEYBOARDS = { code: 'numeric', email: 'email', phone: 'tel', either: 'text' } as const
const COMPLETIONS = { code: 'one-time-code', email: 'email', phone: 'tel', either: 'username' } as const

const wrongAddress = (words: Words, asked: 'email' | 'phone' | 'either'): string => {
  if (asked === 'either') return words.account.wrongContact
  return asked === 'phone' ? words.leave.wrongPhone : words.leave.wrongEmail
}
