import { expect, it } from 'vitest'

import { showsHost, textParts } from './links.ts'

const links = (text: string) => textParts(text).flatMap((part) => (part.kind === 'link' ? [part] : []))

it('R-18-034 only https and http become links', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    '//evil.example',
  ]) {
    expect(links(text)).toEqual([])
  }
  expect(links('see https://shop.example/a?b=1.')).toMatchObject([
    { href: 'https://shop.example/a?b=1', text: 'https://shop.example/a?b=1', host: 'shop.example' },
  ])
})

it('R-18-034 the real host is told when the text hides it', () => {
  const [disguised] = links('https://bänk.example/login')
  expect(disguised).toMatchObject({ host: 'xn--bnk-qla.example' })
  expect(disguised && showsHost(disguised.text, disguised.host)).toBe(false)
  expect(links('https://bank.example@evil.example/')).toEqual([])
})

it('loses no character of the text and stops at Chinese punctuation', () => {
  const text = '请看 https://a.example/说明。另外（http://b.example:8080/x），谢谢 <b>https://</b>'
  expect(
    textParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
  expect(links(text).map(({ host }) => host)).toEqual(['a.example', 'b.example:8080'])
})
