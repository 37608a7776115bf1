/**
 * The frame of pages that work without scripts: one style for all, in the page, and a policy that allows nothing else.
 *
 * Older phones, mail programs' browsers and people who switch scripts off meet these pages, so they are small, ask for
 * nothing more, and follow the text size, the contrast and the dark mode of whoever reads them.
 */
import { createHash } from 'node:crypto'

import { html, type Html } from '../../base/html.ts'
import type { Language } from '../../protocol/model/index.ts'
import { PAGE_WORDS } from './words.ts'

export interface PlainPage {
  readonly language: Language
  /** Of the company; empty: not known. */
  readonly company: string
  readonly title: string
  readonly body: Html
  /** The address of this page in the other language. */
  readonly otherLanguage: string
}

export const layout = ({ language, company, title, body, otherLanguage }: PlainPage): string => {
  const words = PAGE_WORDS[language]
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${company ? `${title} · ${company}` : title}</title>
      ${STYLE_TAG}
    </head>
    <body>
      <header>${company}</header>
      <main>
        <h1>${title}</h1>
        ${body}
      </main>
      <footer><a href="${otherLanguage}" lang="${words.otherTag}">${words.otherName}</a></footer>
    </body>
  </html>`
  return `<!doctype html>\n${page.markup}\n`
}

const STYLE = `:root{color-scheme:light dark;--bg:#f5f6f8;--card:#fff;--text:#1b1f27;--second:#5b6472;--edge:#8a93a1;--accent:#3358e0;--on:#fff;--bad:#c2261d}
@media (prefers-color-scheme:dark){:root{--bg:#16181d;--card:#1e2128;--text:#e8ebf0;--second:#a3acba;--edge:#6f7886;--accent:#6c8cff;--on:#10131a;--bad:#ff7b72}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:1rem/1.6 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:36rem;margin:0 auto;padding:1rem}
header{font-weight:600;color:var(--second)}
main{background:var(--card);border-radius:12px;padding:1.25rem}
h1{margin:0 0 .75rem;font-size:1.35rem;line-height:1.3}
h2{margin:1.5rem 0 .5rem;font-size:1.05rem}
p,ul,dl{margin:0 0 .75rem}
ul{padding-left:1.25rem}
li{padding:.35rem 0}
dt{color:var(--second);font-size:.875rem}
dd{margin:0 0 .5rem}
a{color:var(--accent)}
fieldset{margin:0 0 1rem;padding:0;border:0}
legend{padding:0 0 .25rem;font-weight:600}
label{display:flex;gap:.6rem;align-items:center;min-height:44px;padding:.25rem 0}
input.text{display:block;width:100%;height:auto;min-height:44px;margin:0 0 .5rem;padding:.5rem;border:1px solid var(--edge);border-radius:8px;background:var(--bg);color:inherit;font:inherit}
input:not(.text){width:1.25rem;height:1.25rem;margin:0;flex:none;accent-color:var(--accent)}
label.text{display:block}
textarea{display:block;width:100%;margin-top:.25rem;padding:.5rem;border:1px solid var(--edge);border-radius:8px;background:var(--bg);color:inherit;font:inherit}
button{min-height:44px;padding:.5rem 1.5rem;border:0;border-radius:8px;background:var(--accent);color:var(--on);font:inherit;font-weight:600}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.problem{color:var(--bad);font-weight:600}
.note{color:var(--second)}
.star{color:var(--accent)}
@supports selector(:has(*)){.tags{display:none}${[1, 2, 3, 4, 5].map((stars) => `form:has(#s${stars}:checked) #t${stars}`).join(',')}{display:block}}
@media (forced-colors:active){button{border:1px solid}}`

/** To the letter what the hash is of. */
const STYLE_TAG: Html = { markup: `<style>${STYLE}</style>` }
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Nothing runs and nothing is loaded; a form goes back to where it came from. */
export const PLAIN_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')
