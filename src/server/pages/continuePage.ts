import { html, type Html } from '../../base/html.ts'
import type { PageWords } from './words.ts'

/** As much of an address as its owner needs to know it again. */
export const maskedMail = (address: string): string => {
  const [name = '', host = ''] = address.split('@')
  return `${name.slice(0, 1)}***@${host}`
}

export interface ContinuePage {
  readonly address: string
  /** A code is on its way. */
  readonly sent: boolean
  readonly problem: string | null
  readonly action: string
}

/** Asks for the code before anything of the conversation is shown (R-18-057). */
export const continueForm = (
  { address, sent, problem, action }: ContinuePage,
  { continues: words }: PageWords,
): Html => html`
  <p>${sent ? words.sent(maskedMail(address)) : words.about(maskedMail(address))}</p>
  ${problem && html`<p class="problem" role="alert">${problem}</p>`}
  ${
    sent &&
    html`<form method="post" action="${action}">
      <label class="text" for="code">${words.code}</label>
      <input
        class="text"
        id="code"
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength="16"
        required
      />
      <p><button type="submit">${words.open}</button></p>
    </form>`
  }
  <form method="post" action="${action}">
    <p><button type="submit" name="send" value="1">${sent ? words.again : words.send}</button></p>
  </form>
`
