import { expect, it } from 'vitest'

import { LINK_PREVIEW_LIMITS } from '../../protocol/model/limits.ts'
import { pageFacts } from './pageFacts.ts'
import { pageText } from './pageText.ts'

const FROM = 'https://shop.example/teas/1'
const read = (head: string) =>
  pageFacts(`<!doctype html><html><head>${head}</head><body>…</body></html>`, FROM)

it('R-06-135 reads what a page says of itself, by whichever name it says it', () => {
  expect(
    read(`<title>Tea &amp; Kettle</title>
      <meta content="Leaves of &ldquo;spring&rdquo;" property=og:description>
      <META NAME='description' CONTENT='not this one'>
      <meta property="og:site_name" content="茶舍"><meta property="og:image" content="/p/1.png?a=1&amp;b=2">`),
  ).toEqual({
    title: 'Tea & Kettle',
    description: 'Leaves of “spring”',
    site: '茶舍',
    picture: 'https://shop.example/p/1.png?a=1&b=2',
  })
  expect(
    read(`<meta property="og:title" content=" "><meta name="twitter:title" content="By Twitter"><title>Own</title>
      <meta name="description" content="About">`),
  ).toEqual({ title: 'By Twitter', description: 'About', site: '', picture: null })
})

it('R-06-135 believes nothing that stands in scripts, remarks, drawings or the body', () => {
  expect(
    read(`<!-- <title>remark</title> --><script>var a = "<title>script</title><meta property='og:title' content='no'>"</script>
      <style>/* <title>style</title> */</style><title>真的</title><svg><title>drawing</title></svg></head>
      <body><meta property="og:title" content="body"><title>late</title>`).title,
  ).toBe('真的')
  expect(read('').title).toBe('')
})

it('R-06-135 makes one short line of hostile words', () => {
  const { title, description, site } = read(
    `<title>付款\u202Egnp.exe\u0000\u0007&#x202e;\n\t完成&#0;&nbsp;&#8203;</title>
     <meta name="description" content="${'👍'.repeat(5_000)}"><meta property="og:site_name" content="${'字'.repeat(500)}">`,
  )
  expect(title).toBe('付款 gnp.exe 完成\uFFFD')
  expect(description.length).toBeLessThanOrEqual(LINK_PREVIEW_LIMITS.description)
  expect(description).toMatch(/^(?:👍)+…$/u)
  expect(site).toBe(`${'字'.repeat(LINK_PREVIEW_LIMITS.site - 1)}…`)
})

it('R-06-135 comes to an end with half a megabyte of a head, whatever stands in it', () => {
  expect(read(`<title>${'<b>&amp;'.repeat(60_000)}</title>`).title).toHaveLength(LINK_PREVIEW_LIMITS.title)
  expect(read('<meta '.repeat(80_000)).title).toBe('')
  expect(read(`<meta ${'a=b '.repeat(120_000)}>`).title).toBe('')
  expect(read('<'.repeat(500_000)).title).toBe('')
})

// 茶叶店 in GBK.
const GBK = Buffer.from('b2e8d2b6b5ea', 'hex')
const page = (head: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<html><head>${head}<title>`), bytes, Buffer.from('</title>')])

it('R-06-135 reads a page by the charset it is written in, whatever it or its server says', () => {
  const utf8 = Buffer.from('茶叶店')
  const cases: readonly (readonly [Buffer, string])[] = [
    [page('', GBK), 'text/html; charset=GBK'],
    [page('<meta charset="gb2312">', GBK), 'text/html'],
    [page(`<meta http-equiv=Content-Type content='text/html; charset=gbk'>`, GBK), 'text/html'],
    // Both say something wrong, or nothing at all.
    [page('<meta charset="utf-8">', GBK), 'text/html; charset=utf-8'],
    [page('', GBK), 'text/html; charset=no-such'],
    [page('', GBK), ''],
    [page('<meta charset=gbk>', utf8), 'text/html; charset=gbk'],
    [page('<meta charset=big5>', Buffer.from('afb8adb1a9b1', 'hex')), 'text/html'],
    [Buffer.from('\uFEFF<title>茶叶店</title>', 'utf16le'), 'text/html'],
  ]
  const titles = cases.map(([bytes, type]) => pageFacts(pageText(bytes, type), FROM).title)
  expect(titles).toEqual([
    '茶叶店',
    '茶叶店',
    '茶叶店',
    '茶叶店',
    '茶叶店',
    '茶叶店',
    '茶叶店',
    '站面店',
    '茶叶店',
  ])
})

it('R-06-135 a letter that was cut at the end spoils nothing', () => {
  expect(pageFacts(pageText(Buffer.from('<title>茶</title>茶').subarray(0, -1), ''), FROM).title).toBe('茶')
})
