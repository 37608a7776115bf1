import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { assetOf, contentSecurityPolicy } from './assets.ts'
import { isOpenable } from './links.ts'
import { parseSignIn } from './signIn.ts'

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
    const policy = contentSecurityPolicy('http://127.0.0.1:4310')
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("img-src 'self' blob: data: http://127.0.0.1:4310;")
    expect(contentSecurityPolicy(undefined)).toContain("img-src 'self' blob: data:;")
  })
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
