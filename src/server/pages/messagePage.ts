import { html, type Html } from '../../base/html.ts'
import { MESSAGE_LIMITS, type MessageForm, type MessageProblem } from '../../protocol/leaveMessageRules.ts'
import type { PageWords } from './words.ts'

export interface MessagePage {
  readonly typed: MessageForm
  readonly problems: Partial<Record<keyof MessageForm, MessageProblem>>
  /** Above all fields; null: nothing. */
  readonly problem: string | null
  readonly action: string
  /** Known to this form alone: sent twice it is one message. */
  readonly once: string
}

export const NOTHING_WRITTEN: MessageForm = { name: '', phone: '', email: '', text: '' }

/** A message for when somebody is there (R-18-086): what the chat asks for, without any script. */
export const messageForm = (
  { typed, problems, problem, action, once }: MessagePage,
  words: PageWords,
): Html => {
  const { message } = words
  const field = (name: keyof MessageForm, autocomplete: string): Html => {
    const wrong = problems[name]
    return html`<label class="text" for="${name}">${message.fields[name]}</label>
      ${wrong ? html`<p class="problem" id="${name}-problem">${message.problems[wrong][name]}</p>` : null}
      <input
        class="text"
        id="${name}"
        name="${name}"
        type="text"
        maxlength="${MESSAGE_LIMITS[name]}"
        autocomplete="${autocomplete}"
        value="${typed[name]}"
        ${wrongly(name, wrong)}
      />`
  }
  return html`<p>${message.about}</p>
    <form method="post" action="${action}">
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <input type="hidden" name="once" value="${once}" />
      ${field('name', 'name')} ${field('email', 'email')} ${field('phone', 'tel')}
      <label class="text" for="text">${message.fields.text}</label>
      ${
        problems.text
          ? html`<p class="problem" id="text-problem">${message.problems[problems.text].text}</p>`
          : null
      }
      <textarea
        id="text"
        name="text"
        rows="5"
        maxlength="${MESSAGE_LIMITS.text}"
        ${wrongly('text', problems.text)}
      >
${typed.text}</textarea>
      <p><button type="submit">${message.send}</button></p>
    </form>`
}

export const messageTaken = (number: number, when: string, words: PageWords): Html =>
  html`<p role="status">${words.message.taken(number, when)}</p>`

const wrongly = (name: keyof MessageForm, wrong: MessageProblem | undefined): Html | false =>
  wrong !== undefined && { markup: ` aria-invalid="true" aria-describedby="${name}-problem"` }
