import { expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { NetworkError, type Http } from '../ports/index.ts'
import { testServer } from './testServer.ts'

const clock = createTestClock()
const ABOUT = { product: 'foyer', version: '1.2.3', organization: '栖木家居', more: 1 }

const tested = (given: string, http: Http, kind: 'desktop' | 'web' = 'desktop') =>
  testServer({ http, clock, device: { kind, name: 'test', version: '0.1.0' } }, given)
const says =
  (value: unknown, status = 200): Http =>
  async () => ({ status, text: typeof value === 'string' ? value : JSON.stringify(value) })

it('finds a server and says whose it is', async () => {
  const asked: string[] = []
  const result = await tested(' desk.example.com/ ', async ({ url }) => {
    asked.push(url)
    return { status: 200, text: JSON.stringify(ABOUT) }
  })
  expect(asked).toEqual(['https://desk.example.com/api/about'])
  expect(result).toEqual({
    ok: true,
    value: {
      address: 'https://desk.example.com',
      version: '1.2.3',
      organizationName: '栖木家居',
      isEncrypted: true,
    },
  })
})

it('tells another site from a server, whatever it says', async () => {
  for (const http of [says('<html>'), says({}), says(ABOUT, 404), says({ ...ABOUT, product: 'other' })])
    expect(await tested('desk.example.com', http)).toEqual({ ok: false, code: 'not-foyer' })
})

it('says why there was no answer', async () => {
  const fails = (error: Error): Http => {
    return () => Promise.reject(error)
  }
  expect(await tested('a b', says(ABOUT))).toEqual({ ok: false, code: 'no-address' })
  expect(await tested('desk.example.com', fails(new NetworkError('certificate-expired', null)))).toEqual({
    ok: false,
    code: 'certificate-expired',
  })
  expect(await tested('desk.example.com', fails(new Error('?')))).toEqual({ ok: false, code: 'unreachable' })
  const waiting = tested(
    'desk.example.com',
    ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')))
      }),
  )
  await clock.advanceAsync(20_000)
  expect(await waiting).toEqual({ ok: false, code: 'no-answer' })
})

it('asks nobody over a way on which others can read along, except on this computer', async () => {
  const never: Http = () => Promise.reject(new Error('was asked'))
  expect(await tested('http://192.168.1.5', never)).toEqual({ ok: false, code: 'insecure' })
  expect(await tested('http://127.0.0.1:4310', says(ABOUT))).toMatchObject({ ok: true })
  expect(await tested('http://desk.local', says(ABOUT), 'web')).toMatchObject({ ok: true })
})
