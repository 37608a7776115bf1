import { useEffect, useId, useRef, useState } from 'preact/hooks'

import {
  MESSAGE_LIMITS,
  messageProblems,
  type MessageForm,
  type MessageProblem,
} from '../../../protocol/leaveMessageRules.ts'
import type { Chat } from '../../chat/contract.ts'
import type { ChatView } from '../../chat/view.ts'
import { problemIn, type Words } from '../../words/index.ts'
import { useSpeech } from '../context.ts'
import { momentText } from '../format.ts'

export interface LeaveMessageProps {
  readonly chat: Chat
  readonly view: ChatView
  readonly onBack: () => void
}

const FIELDS = ['name', 'email', 'phone'] as const
const AUTOCOMPLETE = { name: 'name', email: 'email', phone: 'tel' } as const
const KEYBOARD = { name: 'text', email: 'email', phone: 'tel' } as const

/** Asks for a message where nobody can receive, and says why (R-18-021, R-18-022). */
export const LeaveMessage = ({ chat, view, onBack }: LeaveMessageProps) => {
  const { words, language } = useSpeech()
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const element = useRef<HTMLFormElement>(null)
  const [form, setForm] = useState(chat.messageForm)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const problems = messageProblems(form)
  const asked = view.state.askMessage

  useEffect(() => {
    // The field one was writing in has made room for this form; a page around us keeps its focus.
    if (document.hasFocus()) title.current?.focus()
  }, [])

  const change = (more: Partial<MessageForm>): void => {
    const next = { ...form, ...more }
    setForm(next)
    setFailure(null)
    chat.messageTyped(next)
  }
  const submit = async (): Promise<void> => {
    setTried(true)
    const wrong = (['name', 'email', 'phone', 'text'] as const).find((field) => problems[field])
    if (wrong) {
      element.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus()
      return
    }
    setBusy(true)
    const code = await chat.leaveMessage()
    setBusy(false)
    if (code === null) onBack()
    else setFailure(code === 'offline' ? words.leave.offline : problemIn(words, code))
  }
  const problemOf = (field: keyof MessageForm): string => {
    const problem = problems[field]
    return problem && (tried || problem === 'long') ? problemText(field, problem, words) : ''
  }
  const bind = (field: keyof MessageForm) => ({
    name: field,
    value: form[field],
    'aria-invalid': problemOf(field) !== '',
    'aria-describedby': `${id}-${field}`,
    onInput: (event: Event) => {
      change({ [field]: (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value })
    },
  })
  const hint = (field: keyof MessageForm) => (
    <span id={`${id}-${field}`} class="problem">
      {problemOf(field)}
    </span>
  )
  return (
    <form
      ref={element}
      class="leave"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      <h2 id={`${id}-title`} ref={title} tabIndex={-1}>
        {asked ? words.ended[asked.cause] : words.leave.title}
      </h2>
      <p>
        {asked?.opensAt && `${words.leave.opens(momentText(asked.opensAt, language))} `}
        {words.leave.intro}
      </p>
      {FIELDS.map((field) => (
        <label key={field}>
          <span>{words.leave[field]}</span>
          <input
            type="text"
            inputMode={KEYBOARD[field]}
            autocomplete={AUTOCOMPLETE[field]}
            maxLength={MESSAGE_LIMITS[field]}
            {...bind(field)}
          />
          {hint(field)}
        </label>
      ))}
      <p class="note">{words.leave.contact}</p>
      <label>
        <span>{words.leave.text}</span>
        <textarea rows={3} {...bind('text')} />
        {hint('text')}
      </label>
      <span class="counter">{words.characters(form.text.trim().length, MESSAGE_LIMITS.text)}</span>
      <p class="problem" role="alert">
        {failure}
      </p>
      <div class="leave-buttons">
        <button type="button" class="text-button" onClick={onBack}>
          {words.leave.back}
        </button>
        <button type="submit" class="send" disabled={busy}>
          {words.leave.submit}
        </button>
      </div>
    </form>
  )
}

const problemText = (field: keyof MessageForm, problem: MessageProblem, words: Words): string => {
  if (problem === 'long') return words.leave.long(MESSAGE_LIMITS[field])
  if (field === 'text') return words.leave.needText
  if (field === 'phone') return words.leave.wrongPhone
  return problem === 'missing' ? words.leave.needContact : words.leave.wrongEmail
}
