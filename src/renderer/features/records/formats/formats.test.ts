import { expect, it } from 'vitest'

import type { Message } from '../../../../protocol/model/index.ts'
import { exportName, WRITERS, type RecordLine } from './index.ts'

const HOSTILE = `</p><script src="https://evil.example/x.js"></script><img src=x onerror='alert(1)'>\u202Etxt.exe`
const line = (seq: number, author: string, text: string): RecordLine => ({
  message: { seq, at: 1_767_578_400_000, body: { kind: 'text', text } } as Message,
  author,
  text,
  time: '10:00',
})
const of = { title: HOSTILE, madeAt: 'now', at: 1, language: 'en' }
const written = (format: keyof typeof WRITERS): string => {
  const { begin, lines, end } = WRITERS[format]
  return [
    begin(of),
    lines([line(1, HOSTILE, HOSTILE)], true),
    lines([line(2, '', 'Session "ended"\nby <b>')], false),
    end(),
  ].join('')
}

it('R-06-174 in an exported page nothing that was said is markup, and nothing is loaded from anywhere', () => {
  const page = written('html')
  expect([...page.matchAll(/<([a-z0-9]+)/giu)].map(([, tag]) => tag)).toEqual(
    ['html', 'head', 'meta', 'meta', 'meta', 'title', 'style', 'body', 'h1', 'p', 'ol'].concat(
      ['li', 'p', 'b', 'time', 'p'],
      ['li', 'time'],
    ),
  )
  const tags = (page.match(/<[^>]*>/gu) ?? []).join('')
  expect(tags).not.toMatch(/\s(?:src|href|on\w+)=/u)
  expect(page).not.toMatch(/url\(|@import/u)
  expect(page).toContain('default-src &#39;none&#39;')
  expect(page).not.toContain('\u202E')
})

it('R-06-174 the own format is read back as it was said, the text has every line under its author', () => {
  const data = JSON.parse(written('json')) as { title: string; messages: readonly { body: unknown }[] }
  expect(data.title).toBe(HOSTILE)
  expect(data.messages.map(({ body }) => body)).toEqual([
    { kind: 'text', text: HOSTILE },
    { kind: 'text', text: 'Session "ended"\nby <b>' },
  ])
  expect(JSON.parse(WRITERS.json.begin(of) + WRITERS.json.end())).toMatchObject({ messages: [] })
  expect(written('text')).toMatch(/\[10:00\] \r\nSession "ended"\r\nby <b>\r\n/u)
})

it.each([
  ['小李 / 采购', '小李 _ 采购 2026-01-05.txt'],
  ['..\\..\\etc\\passwd', '_.._etc_passwd 2026-01-05.txt'],
  ['gpj\u202Eexe. ', 'gpj_exe 2026-01-05.txt'],
  ['CON', '_CON 2026-01-05.txt'],
  ['nul.tar', '_nul.tar 2026-01-05.txt'],
  ['<>:"|?*%', '________ 2026-01-05.txt'],
  ['  . ', 'records 2026-01-05.txt'],
  ['', 'records 2026-01-05.txt'],
])('R-06-174 the file of %j has a name that is safe on every system', (title, name) => {
  expect(exportName(title, '2026-01-05', 'txt')).toBe(name)
})

it('R-06-174 a long name is cut between characters, and every file system takes it', () => {
  const name = exportName('👨‍👩‍👧‍👦栖'.repeat(100), '2026-01-05', 'html')
  expect(new TextEncoder().encode(name).length).toBeLessThan(200)
  const stem = name.slice(0, name.indexOf(' '))
  expect('👨‍👩‍👧‍👦栖'.repeat(10).startsWith(stem)).toBe(true)
  expect(stem.endsWith('👨‍👩‍👧‍👦') || stem.endsWith('栖')).toBe(true)
})
