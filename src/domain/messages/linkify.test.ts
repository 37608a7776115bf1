import { expect, it } from 'vitest'

import { firstPageIn, linkify } from './linkify.ts'

const links = (text: string) => linkify(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []))

it('finds addresses inside Chinese sentences and leaves the punctuation', () => {
  expect(linkify('请看 https://shop.example/订单/1024。谢谢')).toEqual([
    { kind: 'text', text: '请看 ' },
    {
      kind: 'link',
      text: 'https://shop.example/订单/1024',
      href: 'https://shop.example/%E8%AE%A2%E5%8D%95/1024',
      host: 'shop.example',
    },
    { kind: 'text', text: '。谢谢' },
  ])
  expect(links('(see https://a.example/wiki/Tea_(drink)), or write to li.na@a.example.')).toEqual([
    'https://a.example/wiki/Tea_(drink)',
    'mailto:li.na@a.example',
  ])
})

it('makes no link of anything that could run or deceive', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'http://plain.example',
    'https://bank.example@evil.example/',
    'https://',
  ])
    expect(links(text).filter((href) => !href.startsWith('mailto:'))).toEqual([])
})

it('shows the true host of a look-alike', () => {
  const [part] = linkify('https://аpple.example/')
  expect(part?.kind === 'link' && part.host).toBe('xn--pple-43d.example')
})

it('gives back every character', () => {
  const text = 'a https://x.example, b@c.example；<b>no</b> https://u:p@x.example'
  expect(
    linkify(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

it('R-06-135 finds the first page that a text names, and none whose host is hidden', () => {
  expect(firstPageIn('见 http://shop.example:8080/茶?a=1&b=2。另见 https://b.example')).toBe(
    'http://shop.example:8080/%E8%8C%B6?a=1&b=2',
  )
  expect(firstPageIn('li.na@a.example 或 https://bank.example@evil.example/ 或 https://a.example/x).')).toBe(
    'https://a.example/x',
  )
  for (const text of ['', 'ftp://a.example', 'javascript:alert(1)', 'https://', 'www.a.example'])
    expect(firstPageIn(text)).toBeNull()
  expect(firstPageIn(`https://a.example/${'a'.repeat(3_000)}`)).toBeNull()
})
