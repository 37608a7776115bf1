import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import type { ProxyAnswer } from '../../preload/contract.ts'
import { managedFile, readManaged } from './managed.ts'
import { proxyConfigOf } from './proxyChoice.ts'
import { createProxySignIn } from './proxySignIn.ts'
import { routeOf } from './route.ts'

describe('a choice of proxy', () => {
  it.each([
    ['system', '', { mode: 'system' }],
    ['none', 'left.from.before', { mode: 'direct' }],
    [
      'manual',
      'proxy.example.com:3128',
      {
        mode: 'fixed_servers',
        proxyRules: 'http://proxy.example.com:3128',
        proxyBypassRules: '*.local,intra',
      },
    ],
    [
      'manual',
      'https://proxy.example.com',
      {
        mode: 'fixed_servers',
        proxyRules: 'https://proxy.example.com:443',
        proxyBypassRules: '*.local,intra',
      },
    ],
    ['script', 'http://wpad/proxy.pac', { mode: 'pac_script', pacScript: 'http://wpad/proxy.pac' }],
    ['manual', '', undefined],
    ['manual', 'socks5://proxy.example.com:1080', undefined],
    ['manual', 'socks4://proxy.example.com', undefined],
    ['manual', 'SOCKS://proxy.example.com:1080', undefined],
    ['manual', 'mia:secret@proxy.example.com:3128', undefined],
    ['script', 'file:///etc/passwd', undefined],
  ] as const)('%s %j', (mode, address, config) => {
    expect(proxyConfigOf({ mode, address, except: '*.local, intra' })).toEqual(config)
  })
})

it.each([
  ['DIRECT', 'direct'],
  ['PROXY proxy.example.com:3128', 'http://proxy.example.com:3128'],
  ['HTTPS proxy.example.com:443;DIRECT', 'https://proxy.example.com:443'],
  ['SOCKS5 old:1080; PROXY proxy.example.com:3128; DIRECT', 'http://proxy.example.com:3128'],
  ['SOCKS old:1080', 'unusable'],
  ['', 'unusable'],
])('the way %j is %s', (found, route) => {
  expect(routeOf(found)).toBe(route)
})

describe('what an administrator set', () => {
  const read = (text: string): ReturnType<typeof readManaged> => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-managed-'))
    try {
      writeFileSync(join(folder, 'managed.json'), text)
      return readManaged(join(folder, 'managed.json'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  it('is read, the rest being as usual; what is broken sets nothing', () => {
    expect(read('{ "server": "https://desk.example.com" }')).toEqual({
      server: 'https://desk.example.com',
      proxy: null,
    })
    expect(read('{ "proxy": { "mode": "none" }, "server": 5 }')).toEqual({
      server: null,
      proxy: { mode: 'none', address: '', except: '' },
    })
    for (const text of ['', '[]', '{ "proxy": { "mode": "tunnel" } }'])
      expect(read(text)).toEqual({ server: null, proxy: null })
    expect(readManaged('/nowhere/managed.json')).toEqual({ server: null, proxy: null })
  })
  it('lies where only administrators write', () => {
    expect(managedFile('linux', {})).toBe('/etc/foyer/managed.json')
    expect(managedFile('win32', { ProgramData: 'D:\\Data' })).toContain('Foyer')
  })
})

describe('signing in to a proxy', () => {
  const setUp = () => {
    const questions: [proxy: string, isAgain: boolean][] = []
    return { questions, signIn: createProxySignIn((...question) => questions.push(question)) }
  }
  const mia: ProxyAnswer = { name: 'mia', password: 'right' }

  it('asks once for all that wait, and remembers the answer', async () => {
    const { questions, signIn } = setUp()
    const both = Promise.all([signIn.ask('p:1', undefined), signIn.ask('p:1', undefined)])
    signIn.answered(mia)
    expect(await both).toEqual([mia, mia])
    expect(await signIn.ask('p:1', undefined)).toBe(mia)
    expect(signIn.of('p:1')).toBe(mia)
    expect(questions).toEqual([['p:1', false]])
  })

  it('asks again when the answer was wrong, and no more when nobody wants to say, until another is chosen', async () => {
    const { questions, signIn } = setUp()
    const wrong = signIn.ask('p:1', undefined)
    signIn.answered(mia)
    await wrong
    // As it comes back from the core's process.
    const first = signIn.ask('p:1', { ...mia })
    signIn.answered(null)
    expect(await first).toBeUndefined()
    expect(await signIn.ask('p:1', undefined)).toBeUndefined()
    signIn.forget()
    const second = signIn.ask('p:1', undefined)
    signIn.answered(mia)
    expect(await second).toBe(mia)
    expect(questions).toEqual([
      ['p:1', false],
      ['p:1', true],
      ['p:1', false],
    ])
  })

  it('asks for one proxy after the other', async () => {
    const { questions, signIn } = setUp()
    const first = signIn.ask('p:1', undefined)
    const second = signIn.ask('q:2', undefined)
    signIn.answered(mia)
    await first
    await expect.poll(() => questions.length).toBe(2)
    signIn.answered(null)
    expect(await second).toBeUndefined()
    expect(questions[1]).toEqual(['q:2', false])
  })
})
