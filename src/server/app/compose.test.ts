import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { connectAgent } from '../../../tests/support/agentClient.ts'
import { connectCustomer } from '../../../tests/support/customerClient.ts'
import { systemClock } from '../../base/clock.ts'
import { createIds } from '../../base/ids.ts'
import { silentLogger } from '../../base/logger.ts'
import type { SignedIn } from '../../protocol/wire/index.ts'
import { startServer, type Server } from './compose.ts'
import { readConfig, type Config } from './config.ts'

const ids = createIds(systemClock)
const world = { clock: systemClock, ids, log: silentLogger }

const configOf = (data: string, more: Partial<Config> = {}): Config => {
  const read = readConfig(['--data', data, '--port', '0'], {})
  if (!read.ok) throw new Error(read.problems.join(' '))
  return { ...read.config, ...more }
}

describe('a fresh server', () => {
  let folder: string
  let server: Server
  const control = (): { url: string; secret: string; pid: number } =>
    JSON.parse(readFileSync(join(folder, 'control.json'), 'utf8')) as never
  const ticketUrl = async (secret = control().secret): Promise<Response> =>
    fetch(`${server.url}/control/ticket`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    })
  const post = async (path: string, body: unknown): Promise<Response> =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-fresh-'))
    server = await startServer(configOf(folder), world)
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('writes a control file for its owner and hands out links to whoever holds its secret', async () => {
    expect(statSync(join(folder, 'control.json')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'server.key')).mode & 0o777).toBe(0o600)
    expect(control()).toMatchObject({ url: server.url, pid: process.pid })
    expect((await ticketUrl('wrong')).status).toBe(403)
    expect((await fetch(`${server.url}/control/ticket`, { method: 'POST' })).status).toBe(403)
    expect(await (await ticketUrl()).json()).toMatchObject({ url: expect.stringContaining('/setup?token=') })
  })

  it('is made an organisation once, by the one-time link, and then receives a customer', async () => {
    expect(await (await fetch(`${server.url}/api/setup`)).json()).toEqual({ wanted: true })
    const { url } = (await (await ticketUrl()).json()) as { url: string }
    const request = {
      token: new URL(url).searchParams.get('token'),
      organization: 'Kettle & Co',
      language: 'en',
      timeZone: 'Europe/Berlin',
      adminAccount: 'admin@kettle',
      adminPassword: 'a long enough one',
      agentAccount: 'mia',
      agentName: 'Mia',
      agentPassword: 'another long one',
    }
    expect((await post('/api/setup', { ...request, token: 'guessed' })).status).toBe(403)
    expect((await post('/api/setup', { ...request, timeZone: 'Mars/Olympus' })).status).toBe(400)
    const done = (await (await post('/api/setup', request)).json()) as { snippet: string }
    expect(done.snippet).toMatch(/^<script async src="http:.*\/foyer\.js" data-widget="[\w-]+"><\/script>$/u)
    expect(await (await post('/api/setup', request)).json()).toEqual({ code: 'ticket-used' })
    expect(await (await fetch(`${server.url}/api/setup`)).json()).toEqual({ wanted: false })
    expect(await (await ticketUrl()).json()).toEqual({ url: `${server.url}/` })

    const device = { id: 'device-1', kind: 'web', name: 'test' }
    const admin = await post('/api/sign-in', {
      account: 'admin@kettle',
      password: request.adminPassword,
      device,
    })
    expect([admin.status, await admin.json()]).toEqual([403, { code: 'forbidden' }])
    const signedIn = (await (
      await post('/api/sign-in', { account: 'mia', password: request.agentPassword, device })
    ).json()) as SignedIn
    const mia = await connectAgent(server.url, ids, { token: signedIn.token })
    await mia.synced()
    const widgetId = /data-widget="([\w-]+)"/u.exec(done.snippet)?.[1] ?? ''
    const customer = await connectCustomer(server.url, ids, { widgetId })
    await customer.write('Hello')
    await mia.event('scope.followed')
    await Promise.all([mia.close(), customer.close()])
  })

  it('says whether it is well, and tells figures to this machine only', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('foyer_connections{kind="agents"}')
    const proxied = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.5' } })
    expect(proxied.status).toBe(403)
  })

  it('says what it is to whoever wants to sign in here, and no more', async () => {
    expect(await (await fetch(`${server.url}/api/about`)).json()).toEqual({
      product: 'foyer',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/u),
      organization: 'Kettle & Co',
    })
  })

  it('sets headers that allow little', async () => {
    const { headers } = await fetch(`${server.url}/healthz`)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('refuses a second server on the same folder', async () => {
    const text = readFileSync(join(folder, 'control.json'), 'utf8')
    // As another process would have written it.
    writeFileSync(join(folder, 'control.json'), JSON.stringify({ ...control(), pid: process.ppid }))
    await expect(startServer(configOf(folder), world)).rejects.toThrow(/is in use by a server at http/u)
    writeFileSync(join(folder, 'control.json'), text)
  })

  it('says in a sentence what is wrong with a folder', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    for (const path of [file, join(file, 'below'), '/proc/none']) {
      await expect(startServer(configOf(path), world)).rejects.toThrow(/^(?:The data folder )?\/.*\.$/u)
    }
  })

  it('starts on a folder whose last server was killed, and stops without leaving a control file', async () => {
    const other = mkdtempSync(join(tmpdir(), 'foyer-fresh-'))
    const stale = { pid: process.ppid, port: 1, url: 'http://127.0.0.1:1', secret: 'x' }
    writeFileSync(join(other, 'control.json'), JSON.stringify(stale))
    const started = await startServer(configOf(other), world)
    await started.stop()
    expect(existsSync(join(other, 'control.json'))).toBe(false)
    rmSync(other, { recursive: true, force: true })
  })
})

describe('the demonstration', () => {
  it('signs in by a ticket that works once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-demo-'))
    const server = await startServer(configOf(folder, { demo: true }), world)
    const { secret } = JSON.parse(readFileSync(join(folder, 'control.json'), 'utf8')) as { secret: string }
    const answer = await fetch(`${server.url}/control/ticket`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    })
    const { url } = (await answer.json()) as { url: string }
    const redeem = async (): Promise<Response> =>
      fetch(`${server.url}/api/sign-in/ticket`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ticket: new URL(url).searchParams.get('ticket'),
          device: { id: 'device-1', kind: 'web', name: 'test' },
        }),
      })
    const [first, second] = await Promise.all([redeem(), redeem()])
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 410])
    const { token } = (await (first.status === 200 ? first : second).json()) as SignedIn
    const agent = await connectAgent(server.url, ids, { token })
    await agent.synced()
    expect(agent.parts().length).toBeGreaterThan(3)
    agent.send({ t: 'query', n: 1, name: 'message.search', args: { text: '发票', before: null, limit: 20 } })
    await agent.next((frame) => frame.t === 'answer' && frame.n === 1)
    await agent.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
})
