import { html } from '../../../../base/html.ts'
import { plainText } from '../../../ui/index.ts'
import type { RecordWriter } from './writer.ts'

/** The page loads nothing and runs nothing, whatever stands in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
const LOOK = `:root{color-scheme:light dark}
body{max-width:720px;margin:24px auto;padding:0 16px;font:14px/22px -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei",sans-serif}
ol{list-style:none;margin:0;padding:0}li{margin:0 0 12px}
p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.head{font-size:12px;opacity:.75}.line{text-align:center;font-size:12px;opacity:.75}`

/** Of somebody else's words nothing is markup, between tags as in attributes. */
const put = (words: string): string => html`${plainText(words)}`.markup

/** A page that can be read in any browser, without a connection. Its beginning is open until the end is written. */
export const htmlWriter: RecordWriter = {
  extension: 'html',
  mime: 'text/html;charset=utf-8',
  begin: ({ title, madeAt, language }) => `<!doctype html>
<html lang="${put(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${put(POLICY)}">
<meta name="viewport" content="width=device-width">
<title>${put(title)}</title>
<style>${LOOK}</style>
</head>
<body>
<h1 dir="auto">${put(title)}</h1>
<p class="head">${put(madeAt)}</p>
<ol>
`,
  lines: (lines) =>
    lines
      .map(({ message, author, text, time }) => {
        const when = `<time datetime="${new Date(message.at).toISOString()}">${put(time)}</time>`
        return author === ''
          ? `<li class="line">${put(text)} ${when}</li>\n`
          : `<li><p class="head"><b dir="auto">${put(author)}</b> ${when}</p><p dir="auto">${put(text)}</p></li>\n`
      })
      .join(''),
  end: () => '</ol>\n</body>\n</html>\n',
}
