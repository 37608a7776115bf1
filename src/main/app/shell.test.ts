import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { assetOf, CONTENT_SECURITY_POLICY, isAppPage, serverFileOf } from './assets.ts'
import { deepLinkOf, parseDeepLink } from './deepLink.ts'
import { isOpenable } from './links.ts'
import { parseSignIn } from './signIn.ts'
import { hasForbiddenSwitch } from './switches.ts'

describe('assets', () => {
  const root = join('/', 'opt', 'foyer', 'renderer')

  it('are the files of the renderer', () => {
    expect(assetOf(root, 'app://foyer/')?.file).toBe(join(root, 'index.html'))
    expect(assetOf(root, 'app://foyer/assets/a%20b.js?v=1#x')).toEqual({
      file: join(root, 'assets', 'a b.js'),
      type: 'text/javascript; charset=utf-8',
    })
  })

  it.each([
    '../main/index.js',
    '%2e%2e/%2e%2e/secret.json',
    '..%2f..%2fsecret.json',
    '..%5c..%5csecret.json',
  ])('%s does not lead out of the folder', (path) => {
    expect(assetOf(root, `app://foyer/${path}`)?.file ?? join(root, 'nothing')).toContain(join(root, '/'))
  })

  it.each([
    'app://foyer/a%00.js',
    'app://foyer/%E0%A4%A.js',
    'app://foyer/..%2f..%2fsecret.json',
    'app://foyer/key.pem',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://foyer/index.html',
    'nonsense',
  ])('%s is none', (url) => {
    expect(assetOf(root, url)).toBeUndefined()
  })

  it('run no inline and no foreign script', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'; script-src 'self';")
    expect(CONTENT_SECURITY_POLICY).toContain("img-src 'self' blob: data:;")
    expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
  })

  it('stand for the files of the server and for nothing else of it', () => {
    expect(serverFileOf('app://foyer/files/o1/f-1?exp=9&sig=a')).toBe('/files/o1/f-1?exp=9&sig=a')
    for (const url of [
      'app://foyer/files/../api/me',
      'app://foyer/files/o1/f1/more',
      'app://foyer/files/o1/%2e%2e',
      'app://foyer/api/files',
      'app://foyer.evil.example/files/o1/f1',
      'https://foyer/files/o1/f1',
    ])
      expect(serverFileOf(url)).toBeUndefined()
  })
})

describe('pages', () => {
  it.each(['app://foyer/', 'app://foyer/index.html?lang=en#/x', 'app://foyer/trouble.html'])(
    '%s is one',
    (url) => {
      expect(isAppPage(url)).toBe(true)
    },
  )

  it.each([
    'app://foyer/assets/index.js',
    'app://foyer.example/index.html',
    'app://foyer@evil.example/index.html',
    'https://foyer/index.html',
    'file:///index.html',
    'about:blank',
    '',
  ])('%s is none', (url) => {
    expect(isAppPage(url)).toBe(false)
  })
})

describe('deep links', () => {
  it('name a conversation', () => {
    expect(parseDeepLink('foyer://conversation/018f-a_B')).toEqual({ page: 'conversation', id: '018f-a_B' })
    expect(deepLinkOf(['/opt/foyer', '--x', 'foyer://conversation/1', 'foyer://conversation/2'])).toEqual({
      page: 'conversation',
      id: '1',
    })
    expect(deepLinkOf(['/opt/foyer', '.'])).toBeUndefined()
  })

  it.each([
    'foyer://conversation/',
    'foyer://conversation/a/b',
    'foyer://conversation/%2e%2e',
    'foyer://conversation/a?ticket=secret',
    'foyer://conversation/a#ticket=secret',
    'foyer://evil.example/a',
    'foyer:conversation/a',
    'foyer-x://conversation/a',
    'https://conversation/a',
    `foyer://conversation/${'a'.repeat(300)}`,
    '--foyer://conversation/a',
    '',
  ])('%s is none', (text) => {
    expect(parseDeepLink(text)).toBeUndefined()
  })
})

it('switches that would open the program to others are known in every spelling', () => {
  for (const arg of [
    '--inspect',
    '--inspect=0',
    '--remote-debugging-port=9222',
    '--no-sandbox',
    '--load-extension=/x',
  ])
    expect(hasForbiddenSwitch(['/opt/foyer', arg])).toBe(true)
  expect(hasForbiddenSwitch(['/opt/foyer', '--user-data-dir=/x', 'foyer://conversation/1', 'inspect'])).toBe(
    false,
  )
})

describe('links', () => {
  it.each(['https://example.org/a?b#c', 'http://例子.cn/', 'mailto:a@example.org'])('%s is opened', (url) => {
    expect(isOpenable(url)).toBe(true)
  })

  it.each([
    'file:///etc/passwd',
    'FILE://server/share',
    'smb://server/share',
    '\\\\server\\share',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-msdt:/id',
    'search-ms:query=x',
    'vbscript:x',
    'app://foyer/',
    'https://bank.example@evil.example/',
    `https://example.org/${'a'.repeat(5_000)}`,
    '',
    'nonsense',
  ])('%s stays', (url) => {
    expect(isOpenable(url)).toBe(false)
  })
})

describe('sign-in', () => {
  it('is read from the address the program was started with', () => {
    const signIn = { server: 'http://127.0.0.1:4310', ticket: 'abc' }
    expect(parseSignIn('http://127.0.0.1:4310/#ticket=abc')).toEqual(signIn)
    expect(parseSignIn('http://127.0.0.1:4310/?ticket=abc&lang=en')).toEqual(signIn)
  })

  it.each([undefined, '', 'nonsense', 'file:///x#ticket=a', 'http://127.0.0.1/'])('%s is none', (url) => {
    expect(parseSignIn(url)).toBeUndefined()
  })
})
