import { useEffect, useId, useRef, useState } from 'preact/hooks'

import { isEmptyText, textIn } from '../../../protocol/companyTexts.ts'
import type { CompanyText, VisitorForm as Form } from '../../../protocol/model/index.ts'
import {
  answerProblems,
  maySkip,
  VISITOR_FORM_LIMITS,
  type AnswerProblem,
} from '../../../protocol/visitorFormRules.ts'
import type { WidgetSettings } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import { problemIn, type Words } from '../../words/index.ts'
import { useSpeech } from '../context.ts'

export interface VisitorFormProps {
  readonly chat: Chat
  readonly form: Form
  readonly settings: WidgetSettings
  /** Something was chosen that begins with the answers. */
  readonly awaited: boolean
}

const AUTOCOMPLETE = { name: 'name', email: 'email', phone: 'tel', line: 'off', text: 'off' } as const
const KEYBOARD = { name: 'text', email: 'email', phone: 'tel', line: 'text', text: 'text' } as const

/** Asks what the company wants to know before the first message (R-18-056). */
export const VisitorForm = ({ chat, form, settings, awaited }: VisitorFormProps) => {
  const { words, language } = useSpeech()
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const [kept, setKept] = useState(chat.answers)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const said = (text: CompanyText): string => textIn(text, language, settings.ownLanguage)
  const problems = answerProblems(form, kept.answers)
  const asksConsent = !isEmptyText(form.consent)
  const lacksConsent = asksConsent && !kept.consent

  useEffect(() => {
    if (awaited) element.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [awaited])

  const change = (more: Partial<typeof kept>): void => {
    const next = { ...kept, ...more }
    setKept(next)
    setFailure(null)
    chat.answered(next)
  }
  const submit = async (): Promise<void> => {
    setTried(true)
    const wrong = form.fields.find((field) => problems[field.id])?.id ?? (lacksConsent ? 'consent' : null)
    if (wrong !== null) {
      element.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus()
      return
    }
    setBusy(true)
    const code = await chat.fillForm()
    setBusy(false)
    if (code !== null) setFailure(code === 'offline' ? words.form.offline : problemIn(words, code))
  }
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
      <h2 id={`${id}-title`}>{words.form.title}</h2>
      <p role="status">{awaited ? words.form.first : ''}</p>
      {!isEmptyText(form.intro) && <p>{said(form.intro)}</p>}
      {form.fields.map((field) => {
        const problem = problems[field.id]
        const shown = problem && (tried || problem === 'long') ? problemText(problem, field.kind, words) : ''
        const bind = {
          name: field.id,
          value: kept.answers[field.id] ?? '',
          required: field.required,
          'aria-invalid': shown !== '',
          'aria-describedby': `${id}-${field.id}`,
          onInput: (event: Event) => {
            const { value } = event.currentTarget as HTMLInputElement | HTMLTextAreaElement
            change({ answers: { ...kept.answers, [field.id]: value } })
          },
        }
        return (
          <label key={field.id}>
            <span>
              {said(field.label)}{' '}
              {field.required ? <b class="required">{words.form.required}</b> : words.form.optional}
            </span>
            {field.kind === 'text' ? (
              <textarea rows={2} {...bind} />
            ) : (
              <input
                type="text"
                inputMode={KEYBOARD[field.kind]}
                autocomplete={AUTOCOMPLETE[field.kind]}
                {...bind}
              />
            )}
            <span id={`${id}-${field.id}`} class="problem">
              {shown}
            </span>
          </label>
        )
      })}
      {asksConsent && (
        <label class="consent">
          <input
            type="checkbox"
            name="consent"
            required
            checked={kept.consent}
            aria-invalid={tried && lacksConsent}
            aria-describedby={`${id}-consent`}
            onChange={(event) => {
              change({ consent: event.currentTarget.checked })
            }}
          />
          <span>{said(form.consent)}</span>
        </label>
      )}
      <span id={`${id}-consent`} class="problem">
        {tried && lacksConsent ? words.form.needConsent : ''}
      </span>
      <p class="problem" role="alert">
        {failure}
      </p>
      <div class="leave-buttons">
        {maySkip(form) && (
          <button type="button" class="text-button" onClick={chat.skipForm}>
            {words.form.skip}
          </button>
        )}
        <button type="submit" class="send" disabled={busy}>
          {words.form.submit}
        </button>
      </div>
    </form>
  )
}

const problemText = (problem: AnswerProblem, kind: Form['fields'][number]['kind'], words: Words): string => {
  if (problem === 'missing') return words.form.missing
  if (problem === 'long') return words.leave.long(VISITOR_FORM_LIMITS.answer[kind])
  return kind === 'phone' ? words.leave.wrongPhone : words.leave.wrongEmail
}
