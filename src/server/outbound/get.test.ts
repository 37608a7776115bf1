import { afterEach, beforeEach, expect, it } from 'vitest'

import { createTestClock, type TestClock } from '../../../tests/support/clock.ts'
import { startWebSite, type WebSite } from '../../../tests/support/webSite.ts'
import { createPublicLookup } from './addresses.ts'
import { createGet, publicInternet, type Get, type Getting } from './get.ts'

let site: WebSite
let clock: TestClock
let get: Get

const NEVER = (): void => undefined
const ask = async (url: string, more: Partial<Getting> = {}) =>
  get({
    url,
    accept: 'text/html',
    takes: (type) => type.startsWith('text/html'),
    mostBytes: 1_000,
    longer: 'cut',
    signal: new AbortController().signal,
    ...more,
  })
const moved = (path: string, to: string): void => {
  site.answer(path, (response) => response.writeHead(302, { location: to }).end())
}

beforeEach(async () => {
  site = await startWebSite()
  clock = createTestClock()
  get = createGet({ clock, outside: site.outside })
})
afterEach(async () => {
  await site.close()
})

it('R-06-135 reads a page without saying who asks, and three times where it has moved to', async () => {
  site.page('/4', '<title>4</title>')
  moved('/1', '/2')
  moved('/2', `${site.url}/3`)
  moved('/3', '4')
  const got = await ask(`${site.url}/1`)
  expect(got).toMatchObject({ ok: true, value: { url: `${site.url}/4`, type: 'text/html; charset=utf-8' } })
  expect(site.asked.map(({ path }) => path)).toEqual(['/1', '/2', '/3', '/4'])
  for (const { headers } of site.asked) {
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  }
  moved('/0', '/1')
  expect(await ask(`${site.url}/0`)).toMatchObject({ ok: false, code: 'refused' })
})

it('R-06-135 goes nowhere inside, not at first and not where a page leads on to', async () => {
  const inside = [
    `http://127.0.0.1:${site.port}/`,
    'http://127.0.0.1/',
    'http://localhost/',
    'https://localhost./',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00::1]/',
    'http://8.8.8.8:22/',
    'https://8.8.8.8:8443/',
    'http://user:secret@8.8.8.8/',
    'file:///etc/passwd',
    'ftp://8.8.8.8/',
    'http://',
  ]
  for (const [index, to] of inside.entries()) {
    expect(await ask(to), to).toMatchObject({ ok: false })
    moved(`/${index}`, to)
    expect(await ask(`${site.url}/${index}`), to).toMatchObject({ ok: false })
  }
  // Nobody was asked but the site that led there.
  expect(site.asked).toHaveLength(inside.length)
})

it('R-06-135 a name that answers differently the second time leads nowhere: what was looked at is what is connected to', async () => {
  const answers = ['93.184.216.34', '127.0.0.1']
  const lookup = createPublicLookup((_host, _options, found) => {
    found(null, [{ address: answers.shift() ?? '', family: 4 }])
  })
  const found = async (): Promise<unknown> =>
    new Promise((resolve) => {
      lookup('rebind.example', {}, (error, address) => {
        resolve(error ? 'nothing' : address)
      })
    })
  expect([await found(), await found()]).toEqual(['93.184.216.34', 'nothing'])

  // One look for each connection, and one of its addresses inside is enough.
  let looks = 0
  const mixed = createPublicLookup((_host, _options, tell) => {
    looks += 1
    tell(null, [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ])
  })
  get = createGet({ clock, outside: { ...publicInternet, lookup: mixed } })
  expect(await ask('http://rebind.example/')).toMatchObject({ ok: false, code: 'unreachable' })
  expect(looks).toBe(1)
})

it('R-06-135 takes so much and no more, of what it wanted, for five seconds in all', async () => {
  site.answer('/endless', (response) => {
    response.setHeader('content-type', 'text/html')
    const write = (): void => {
      while (response.write('x'.repeat(64 * 1024)));
      response.once('drain', write)
    }
    write()
  })
  const cut = await ask(`${site.url}/endless`)
  expect(cut.ok && cut.value.bytes.length).toBe(1_000)
  expect(await ask(`${site.url}/endless`, { longer: 'refuse' })).toMatchObject({ ok: false, code: 'refused' })

  const answers = {
    '/type': { 'content-type': 'application/octet-stream' },
    '/none': {},
    '/packed': { 'content-type': 'text/html', 'content-encoding': 'gzip' },
    '/status': { 'content-type': 'text/html', status: '500' },
  }
  for (const [path, { status = '200', ...headers }] of Object.entries<Record<string, string>>(answers)) {
    site.answer(path, (response) => response.writeHead(Number(status), headers).end('<title>1</title>'))
    expect(await ask(site.url + path), path).toMatchObject({ ok: false, code: 'refused' })
  }
  site.answer('/large', (response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '2000' }).flushHeaders(),
  )
  expect(await ask(`${site.url}/large`, { longer: 'refuse' })).toMatchObject({ code: 'refused' })
  site.answer('/broken', (response) => response.destroy())
  expect(await ask(`${site.url}/broken`)).toMatchObject({ code: 'unreachable' })

  // A word now and then does not buy more time, and neither does leading on.
  site.answer('/slow', NEVER)
  moved('/slower', '/slow')
  const before = site.asked.length
  const waiting = ask(`${site.url}/slower`)
  await expect.poll(() => site.asked.length).toBe(before + 2)
  clock.advance(5_000)
  expect(await waiting).toMatchObject({ ok: false, code: 'silent' })
})
