import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { linkTo as linkIn, upload as uploadTo, type Uploaded } from '../../../tests/support/sentFiles.ts'
import { startServerWorld, type ServerWorld } from '../../../tests/support/serverWorld.ts'
import { extensionOf } from '../../protocol/model/fileRules.ts'
import {
  FILE_LIMIT_BYTES,
  IMAGE_LIMIT_BYTES,
  type FileId,
  type OrganizationId,
  type StoredFile,
} from '../../protocol/model/index.ts'
import { createContentStore } from './contentStore.ts'
import { createFileLinks } from './fileLinks.ts'
import { cleanFileName, contentDisposition } from './fileName.ts'
import { createPartialUploads } from './partialUploads.ts'

const MB = 1024 * 1024

const picture = async (format: 'jpeg' | 'png' | 'gif' | 'webp' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#3358e0' } })
    .withExif({ IFD0: { Copyright: 'taken at home' } })
    .toFormat(format)
    .toBuffer()

describe('uploads', () => {
  let world: ServerWorld
  let token: string
  beforeAll(async () => {
    world = await startServerWorld()
    token = (await world.signIn('anna')).token
  })
  afterAll(async () => {
    await world.dispose()
  })

  const upload = (
    bytes: Uint8Array,
    name: string,
    kind: 'image' | 'file',
    authorization = `Bearer ${token}`,
  ): Promise<Uploaded> => uploadTo(world, authorization, bytes, { name, kind })
  const linkTo = (fileId: string): Promise<string> => linkIn(world, fileId)

  it('R-06-030 writes pictures anew, without what they carried along', async () => {
    for (const format of ['jpeg', 'png', 'gif', 'webp'] as const) {
      const { status, file } = await upload(await picture(format), `photo.${format}`, 'image')
      expect([format, status]).toEqual([format, 200])
      expect(file).toMatchObject({ width: 40, height: 30, mime: `image/${format}` })
    }
    const { file } = await upload(await picture(), 'photo.jpg', 'image')
    const response = await fetch(await linkTo(file?.id ?? ''))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="photo.jpg"; filename*=UTF-8''photo.jpg`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    })
    const { exif, width } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    expect([exif, width]).toEqual([undefined, 40])
  })

  it('takes the word of the bytes, not of the name (T5)', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
    const broken = (await picture('png')).subarray(0, 60)
    const cases: readonly [Uint8Array, string, 'image' | 'file'][] = [
      [page, 'photo.jpg', 'image'],
      [await picture('png'), 'photo.jpg', 'image'],
      [broken, 'photo.png', 'image'],
      [program, 'invoice.pdf', 'file'],
      [page, 'setup.exe', 'file'],
      [page, 'invoice.pdf.exe', 'file'],
      [page, 'invoice.exe. ', 'file'],
      [page, 'photo\u202Egpj.exe', 'file'],
      [page, 'run.LNK', 'file'],
      [Buffer.from('#!/bin/sh\nrm -rf ~'), 'notes.txt', 'file'],
    ]
    for (const [bytes, name, kind] of cases) {
      expect([name, await upload(bytes, name, kind)]).toEqual([
        name,
        { status: 415, code: 'type-not-allowed' },
      ])
    }
  })

  it('R-18-034 hands other people\u2019s HTML out to be saved only', async () => {
    const { file } = await upload(Buffer.from('<script>alert(1)</script>'), 'page.html', 'file')
    const response = await fetch(await linkTo(file?.id ?? ''))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment;/u),
      'content-security-policy': expect.stringContaining('sandbox'),
    })
  })

  it('R-06-031 R-18-031 refuses what is too large before it is read, and when the length was not told', async () => {
    const long = Buffer.alloc(IMAGE_LIMIT_BYTES + 1)
    expect(await upload(long, 'photo.jpg', 'image')).toEqual({
      status: 413,
      code: 'too-large',
      limit: IMAGE_LIMIT_BYTES,
    })
    const store = createContentStore(join(world.folder, 'files'))
    const endless = async function* (): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.alloc(1024 * 1024)
    }
    const received = await store.receive(endless(), 3_000_000)
    expect(received).toMatchObject({ ok: false, code: 'too-large', details: { limit: 3_000_000 } })
    expect(readdirSync(join(world.folder, 'files/incoming'))).toEqual([])
    expect(FILE_LIMIT_BYTES).toBe(100 * 1024 * 1024)
  })

  it('asks who uploads', async () => {
    const bytes = Buffer.from('text')
    for (const authorization of ['', 'Bearer wrong', 'Visitor org.wrong', 'Basic YTpi']) {
      expect(await upload(bytes, 'a.txt', 'file', authorization)).toMatchObject({
        status: 401,
        code: 'signed-out',
      })
    }
    const customer = await world.customer()
    const visitor = `Visitor ${customer.welcome.token}`
    const sent = await upload(await picture(), 'photo.jpg', 'image', visitor)
    expect(sent.status).toBe(200)
    const id = world.ids.next()
    const { id: fileId, name, mime, bytes: size, width, height } = sent.file as StoredFile
    const body = { kind: 'image', fileId, name, mime, bytes: size, width, height }
    expect(await customer.run('customer.write', { id, body }, id)).toMatchObject({ t: 'done' })
    const seen = await customer.message((message) => message.body.kind === 'image')
    const url = seen.body.kind === 'image' ? seen.body.url : ''
    expect((await fetch(world.url + url)).status).toBe(200)
    await customer.close()
  })

  it('R-06-042 takes a large file in parts of 1 MB, from its sender alone, and goes on where it broke off', async () => {
    const bytes = Buffer.alloc(2_500_000, 'abcdefg')
    const sha = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
    const parts = [0, 1, 2].map((index) => bytes.subarray(index * MB, (index + 1) * MB))
    const digest = sha(parts.map(sha).join(''))
    const ask = async (
      method: string,
      path: string,
      body?: Uint8Array,
      authorization = `Bearer ${token}`,
    ) => {
      const response = await fetch(`${world.url}/api/files/parts/upload-1${path}`, {
        method,
        headers: { authorization, ...(body && { 'content-type': 'application/octet-stream' }) },
        ...(body && { body: Uint8Array.from(body) }),
      })
      return { status: response.status, ...((await response.json()) as { file?: StoredFile }) }
    }
    const add = async (index: number, part = parts[index] ?? bytes) =>
      ask('POST', `?offset=${index * MB}&sha256=${sha(parts[index] ?? '')}`, part)
    const stranger = `Bearer ${(await world.signIn('ben')).token}`
    expect(await add(0)).toEqual({ status: 200, received: MB })
    // What it did not expect leaves what is there alone: sent twice, too early, damaged on the way.
    expect(await add(0)).toEqual({ status: 200, received: MB })
    expect(await add(2)).toEqual({ status: 200, received: MB })
    expect(await add(1, bytes.subarray(1, MB + 1))).toMatchObject({ status: 503 })
    expect(await ask('GET', '')).toEqual({ status: 200, received: MB })
    expect(await ask('GET', '', undefined, stranger)).toEqual({ status: 200, received: 0 })
    expect(await ask('GET', '', undefined, 'Bearer wrong')).toMatchObject({ status: 401 })
    await add(1)
    await add(2)
    const done = await ask('POST', `/done?name=a.txt&kind=file&digest=${digest}`)
    expect(done.file).toMatchObject({ name: 'a.txt', bytes: bytes.length })
    const kept = await fetch(await linkTo(done.file?.id ?? ''))
    expect(Buffer.from(await kept.arrayBuffer()).equals(bytes)).toBe(true)
    expect(await ask('GET', '')).toEqual({ status: 200, received: 0 })
    await add(0)
    const other = await ask('POST', `/done?name=a.txt&kind=file&digest=${digest}`)
    expect(other).toMatchObject({ status: 503, code: 'unavailable' })
  })

  it('gives files to holders of a good address only (T6)', async () => {
    const { file } = await upload(await picture(), 'photo.jpg', 'image')
    const url = new URL(await linkTo(file?.id ?? ''))
    expect((await fetch(url)).status).toBe(200)
    for (const [key, value] of [
      ['sig', 'A'.repeat(43)],
      ['exp', String(Number(url.searchParams.get('exp')) + 1)],
      ['exp', '0'],
    ] as const) {
      const forged = new URL(url)
      forged.searchParams.set(key, value)
      expect((await fetch(forged)).status).toBe(403)
    }
    const elsewhere = new URL(url)
    elsewhere.pathname = elsewhere.pathname.replace('/org/', '/other/')
    expect((await fetch(elsewhere)).status).toBe(403)
    expect((await fetch(`${world.url}/files/org/guessed`)).status).toBe(404)
    const stranger = await world.agent('ben')
    stranger.send({ t: 'query', n: 1, name: 'file.link', args: { fileId: file?.id } })
    expect(await stranger.next((frame) => frame.t === 'failed')).toMatchObject({ code: 'not-found' })
    await stranger.close()
  })

  it('R-06-052 (expired) no address is given out for what the server no longer has', async () => {
    const { file } = await upload(Buffer.from('only here'), 'lost.txt', 'file')
    expect((await fetch(await linkTo(file?.id ?? ''))).status).toBe(200)
    const folder = join(world.folder, 'files')
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && readFileSync(join(entry.parentPath, entry.name), 'latin1') === 'only here')
        rmSync(join(entry.parentPath, entry.name))
    const anna = await world.agent('anna', { deviceId: 'device-lost' })
    anna.send({ t: 'query', n: 1, name: 'file.link', args: { fileId: file?.id } })
    expect(await anna.next((frame) => frame.t === 'failed')).toMatchObject({ code: 'not-found' })
    await anna.close()
  })
})

describe('addresses of files', () => {
  it('grow old', () => {
    const clock = createTestClock()
    const links = createFileLinks(Buffer.alloc(32, 1), clock)
    const { url, expiresAt } = links.linkTo('org' as OrganizationId, 'file' as FileId, 60_000)
    const query = new URL(url, 'http://x').searchParams
    const signed = {
      organizationId: 'org',
      fileId: 'file',
      expires: query.get('exp') ?? '',
      signature: query.get('sig') ?? '',
    }
    expect(links.verify(signed)).toBe('good')
    expect(links.verify({ ...signed, fileId: 'other' })).toBe('bad')
    expect(createFileLinks(Buffer.alloc(32, 2), clock).verify(signed)).toBe('bad')
    clock.advance(expiresAt - clock.now())
    expect(links.verify(signed)).toBe('expired')
  })
})

describe('uploads that nobody goes on with', () => {
  it('are gone after a day', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-parts-'))
    const clock = createTestClock(Date.now())
    const partial = createPartialUploads(folder, clock)
    await partial.sweep()
    const uploader = { organizationId: 'org' as OrganizationId, kind: 'agent', id: 'anna' } as const
    const bytes = Buffer.from('part')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await partial.add(uploader, 'one', { offset: 0, bytes, sha256 })
    clock.advance(23 * 3_600_000)
    await partial.sweep()
    expect(await partial.received(uploader, 'one')).toBe(4)
    clock.advance(2 * 3_600_000)
    await partial.add(uploader, 'two', { offset: 0, bytes, sha256 })
    expect(await partial.received(uploader, 'one')).toBe(0)
    rmSync(folder, { recursive: true })
  })
})

describe('names of files', () => {
  it('lose paths, hidden characters and trailing dots', () => {
    expect(cleanFileName('../../etc/passwd')).toBe('passwd')
    expect(cleanFileName('C:\\Users\\x\\发票.pdf')).toBe('发票.pdf')
    expect(cleanFileName('photo\u202Egpj.exe')).toBe('photogpj.exe')
    expect(cleanFileName('a.exe. .')).toBe('a.exe')
    expect(cleanFileName('\u0000\u200b')).toBe('file')
    expect(extensionOf(cleanFileName(`${'长'.repeat(300)}.pdf`))).toBe('pdf')
  })

  it('never break the header, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const clean = cleanFileName(name)
        expect(clean).not.toMatch(/[\p{Cc}/\\]/u)
        expect(contentDisposition('attachment', clean.toWellFormed())).toMatch(
          /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w%.!#$&+^`|~-]*$/u,
        )
      }),
    )
  })
})

describe('the store of contents', () => {
  it('keeps equal bytes once and empties what was interrupted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-store-'))
    const store = createContentStore(folder)
    await store.prepare()
    const first = await store.put(Buffer.from('same'))
    const second = await store.put(Buffer.from('same'))
    expect(first).toEqual(second)
    const source = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('half')
      throw new Error('connection lost')
    }
    await expect(store.receive(source(), 100)).rejects.toThrow('connection lost')
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  })
})
