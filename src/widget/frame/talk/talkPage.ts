import type { SeenMessage } from '../../../protocol/wire/index.ts'
import type { Language, Words } from '../../words/index.ts'
import { fullTime } from '../format.ts'

export interface Talk {
  readonly company: string
  readonly messages: readonly SeenMessage[]
  readonly words: Words
  readonly language: Language
}

/** The conversation as a page that needs nothing but itself: no scripts, no pictures from elsewhere. */
export const talkPage = ({ company, messages, words, language }: Talk): string => {
  const lines = messages.flatMap((message) => {
    const said = saidIn(message, words)
    if (said === null) return []
    const who = message.from === 'me' ? words.me : (message.name ?? company)
    const head = message.from === 'system' ? '' : `<b><bdi>${escaped(who)}</bdi></b> `
    return [`<p>${head}<time>${escaped(fullTime(message.at, language))}</time><br>${escaped(said)}</p>`]
  })
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(company)}</title>
<style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}p{white-space:pre-wrap;overflow-wrap:anywhere}time{color:#595959}</style>
<h1>${escaped(company)}</h1>
${lines.join('\n')}
</html>
`
}

const saidIn = ({ body }: SeenMessage, words: Words): string | null => {
  switch (body.kind) {
    case 'text':
      return body.text
    case 'image':
    case 'file':
      return `[${body.name || words.picture}]`
    case 'rating':
      return words.survey.starsOf(body.rating.stars)
    default:
      return null
  }
}

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
