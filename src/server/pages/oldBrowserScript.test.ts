import { runInNewContext } from 'node:vm'

import { expect, it } from 'vitest'

import { OLD_BROWSER_SCRIPT } from './oldBrowserScript.ts'

it('R-18-079 a browser below the list gets a plain link to the message form, once for each entry', () => {
  const links: { href?: string; text?: string; style: object }[] = []
  const script = (src: string, id: string) => ({ src, getAttribute: () => id })
  const document = {
    documentElement: { lang: 'en' },
    getElementsByTagName: () => [
      script('https://chat.example/foyer.js', 'w1'),
      script('https://chat.example/foyer.js', 'w1'),
      script('https://chat.example/foyer.js', '"><script>'),
      script('https://other.example/else.js', 'w2'),
    ],
    createElement: () => ({
      style: {},
      appendChild(this: { text?: string }, text: string) {
        this.text = text
      },
    }),
    createTextNode: (text: string) => text,
    body: { appendChild: (link: (typeof links)[number]) => links.push(link) },
  }
  runInNewContext(OLD_BROWSER_SCRIPT, { document, navigator: {}, window: {} })
  expect(links).toMatchObject([{ href: 'https://chat.example/message/w1', text: 'Leave us a message' }])
  // Nothing that came after 2010.
  expect(OLD_BROWSER_SCRIPT).not.toMatch(/=>|`|\b(?:let|const|class|async)\b|\?\./u)
})
