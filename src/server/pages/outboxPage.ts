import { html, type Html } from '../../base/html.ts'
import type { Language } from '../../protocol/model/index.ts'
import type { OutboxNote } from '../db/localOutbox.ts'
import { PAGE_WORDS } from './words.ts'

/** What the demonstration would have sent, the newest first. */
export const outboxBody = (notes: readonly OutboxNote[], language: Language): Html => {
  const words = PAGE_WORDS[language]
  return html`
    <p class="note">${words.outboxAbout}</p>
    ${
      notes.length > 0
        ? html`<ul>
            ${notes.map((note) => noteLine(note, language))}
          </ul>`
        : html`<p>${words.outboxEmpty}</p>`
    }
  `
}

const noteLine = ({ kind, to, subject, text, at }: OutboxNote, language: Language): Html => {
  const when = new Date(at)
  return html`<li>
    <b>${kind === 'sms' ? PAGE_WORDS[language].sms : subject}</b><br />
    <span class="note">
      ${to} · <time datetime="${when.toISOString()}">${when.toLocaleString(language)}</time>
    </span>
    ${paragraphs(text)}
  </li>`
}

const paragraphs = (text: string): Html[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`)
