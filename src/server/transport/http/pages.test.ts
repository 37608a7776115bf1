import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  BOUND_WIDGET,
  startServerWorld,
  WIDGET,
  type ServerWorld,
} from '../../../../tests/support/serverWorld.ts'
import type { EntryAnswer } from '../../../protocol/wire/index.ts'

describe('pages', () => {
  let built: string
  let world: ServerWorld
  beforeAll(async () => {
    built = mkdtempSync(join(tmpdir(), 'foyer-built-'))
    for (const [path, content] of [
      ['web/index.html', '<title>workbench</title>'],
      ['web/assets/app-1a2b.js', 'export {}'],
      ['widget/foyer.js', '(() => {})()'],
      ['widget/foyer.js.gz', gzipSync('(() => {})()')],
      ['widget/frame/frame.html', '<title>frame</title>'],
      ['widget/frame/assets/frame-1a2b.js', 'export {}'],
      ['secret.txt', 'not served'],
    ] as const) {
      mkdirSync(dirname(join(built, path)), { recursive: true })
      writeFileSync(join(built, path), content)
    }
    world = await startServerWorld({
      config: {
        webRoot: join(built, 'web'),
        widgetRoot: join(built, 'widget'),
        publicUrl: 'https://chat.example.com',
      },
    })
  })
  afterAll(async () => {
    await world.dispose()
    rmSync(built, { recursive: true, force: true })
  })

  const get = async (
    path: string,
    accept = 'text/html',
  ): Promise<{ status: number; headers: Headers; text: string }> => {
    const response = await fetch(world.url + path, { headers: { accept } })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const policyOf = (headers: Headers): string => headers.get('content-security-policy') ?? ''

  it('serves the workbench at every address of its own, with a strict policy', async () => {
    for (const path of ['/', '/?ticket=x', '/setup?token=x', '/conversations']) {
      const { status, headers, text } = await get(path)
      expect([path, status, text]).toEqual([path, 200, '<title>workbench</title>'])
      expect(headers.get('content-type')).toMatch(/^text\/html/u)
      expect(headers.get('cache-control')).toBe('no-cache')
      expect(policyOf(headers)).toMatchInlineSnapshot(
        `"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; worker-src 'self' blob:; manifest-src 'self'; frame-src https:; connect-src 'self' ws://HOST wss://HOST; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"`.replaceAll(
          'HOST',
          new URL(world.url).host,
        ),
      )
    }
    const script = await get('/assets/app-1a2b.js')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('strict-transport-security')).toContain('max-age')
  })

  it('sends the compressed form of what was built to whoever takes it', async () => {
    for (const [encoding, sent] of [
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await fetch(`${world.url}/foyer.js`, { headers: { 'accept-encoding': encoding } })
      expect([encoding, response.headers.get('content-encoding')]).toEqual([encoding, sent])
      expect(response.headers.get('content-type')).toMatch(/javascript/u)
      expect(response.headers.get('vary')).toContain('accept-encoding')
      expect(await response.text()).toBe('(() => {})()')
    }
  })

  it('is not a page for calls, missing files and paths that lead out', async () => {
    for (const path of ['/api/none', '/assets/none.js', '/none.png', '/widget/none.js', '/files/x']) {
      expect([path, (await get(path)).status]).toEqual([path, 404])
    }
    for (const path of [
      '/..%2fsecret.txt',
      '/assets/..%2f..%2f..%2fsecret.txt',
      '/widget/..%2f..%2fsecret.txt',
    ]) {
      const { status, text } = await get(path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(text).not.toContain('not served')
    }
    expect((await get('/conversations', 'application/json')).status).toBe(404)
  })

  it('R-18-076 lets only the allowed sites carry the frame of a widget that is bound to them', async () => {
    const bound = await get(`/widget/frame.html?widget=${BOUND_WIDGET}`)
    expect(policyOf(bound.headers)).toContain('frame-ancestors https://shop.example;')
    const free = await get(`/widget/frame.html?widget=${WIDGET}&lang=en`)
    expect(policyOf(free.headers)).toContain('frame-ancestors *;')
    expect(free.text).toBe('<title>frame</title>')
    expect((await get('/widget/frame.html?widget=unknown')).status).toBe(404)
    expect((await get('/widget/frame.html')).status).toBe(404)
    expect(policyOf((await get(`/chat/${WIDGET}`)).headers)).toContain("frame-ancestors 'none'")
  })

  it('R-18-009 R-02-035 tells pages how an entry is now: open, not for them, or closed', async () => {
    const entry = async (id: string, origin?: string) => {
      const response = await fetch(`${world.url}/widget/entry/${id}`, origin ? { headers: { origin } } : {})
      return { headers: response.headers, body: (await response.json()) as EntryAnswer }
    }
    const { headers, body } = await entry(WIDGET, 'https://anybody.example')
    expect(body).toMatchObject({ state: 'active', entry: { title: 'Desk', opens: 'layer', avatarUrl: null } })
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=5',
      vary: 'origin',
    })
    expect(JSON.stringify(body)).not.toContain('Shop')
    expect((await entry(BOUND_WIDGET, 'https://anybody.example')).body).toEqual({ state: 'foreign' })
    expect((await entry(BOUND_WIDGET, 'https://shop.example')).body.state).toBe('active')
    expect((await get('/widget/entry/unknown')).status).toBe(404)
    expect((await get(`/widget/picture/${WIDGET}/anything`)).status).toBe(404)
  })

  it('serves the loader to pages of every origin', async () => {
    const { status, headers } = await get('/foyer.js', '*/*')
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': expect.stringContaining('javascript'),
    })
    expect((await get('/widget/assets/frame-1a2b.js')).headers.get('cache-control')).toContain('immutable')
  })
})
