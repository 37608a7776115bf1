/** What pages say of themselves to which messages lead: read by the server, kept with the message, known to everybody who reads it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { silentLogger } from '../../../src/base/logger.ts'
import { sql } from '../../../src/base/sql.ts'
import { createWorkQueue } from '../../../src/base/workQueue.ts'
import type { ConversationId, LinkPreview, MessageId } from '../../../src/protocol/model/index.ts'
import { findFile } from '../../../src/server/db/files.ts'
import { findOrganization, saveLinkPreviews } from '../../../src/server/db/organizations.ts'
import { createContentStore, type ContentStore } from '../../../src/server/files/contentStore.ts'
import { createKeepPicture } from '../../../src/server/links/keepPicture.ts'
import { createLinkDesk, type LinkDesk } from '../../../src/server/links/linkDesk.ts'
import { createLinkReader } from '../../../src/server/links/linkReader.ts'
import { createGet } from '../../../src/server/outbound/get.ts'
import { startWebSite, type WebSite } from '../../support/webSite.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION } from '../../support/worldRows.ts'

const DAY_MS = 24 * 60 * 60_000

let folder: string
let store: ContentStore
let site: WebSite
let world: World
let desk: LinkDesk
let ami: WorldCore
let bo: WorldCore
let conversationId: ConversationId

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-links-'))
  store = createContentStore(folder)
  await store.prepare()
  site = await startWebSite()
  world = await createWorld()
  const { db, engine, clock } = world
  const read = createLinkReader({
    get: createGet({ clock, outside: site.outside }),
    keepPicture: createKeepPicture(store, createWorkQueue(2, 8)),
  })
  desk = createLinkDesk({ db, engine, read, clock, log: silentLogger })
  engine.onCommitted((change) => {
    desk.committed(change)
  })
  ami = await world.core(1)
  bo = await world.core(2)
  const opened = await done(ami.client.run('chat.open', { agentId: bo.agentId }))
  if (!opened.ok) throw new Error(opened.code)
  ;({ conversationId } = opened.value)
  await turn(true)
})
afterEach(async () => {
  await desk.stop()
  await world.dispose()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The company has pages read from here on, or no more. */
const turn = async (on: boolean): Promise<void> => {
  await world.pass()
  await world.change(async ({ tx, publish }) => {
    const before = await findOrganization(tx, ORGANIZATION)
    if (!before) throw new Error('there is no organisation')
    const organization = { ...before, linkPreviews: on, version: before.version + 1 }
    await saveLinkPreviews(tx, organization)
    publish('org', 'organization.changed', { organization })
  })
  await world.pass()
}

const done = async <T>(work: Promise<T>): Promise<T> => {
  await world.pass()
  return work
}

const previewSeen = async ({ client }: WorldCore, id: MessageId): Promise<LinkPreview | null> => {
  const { messages } = await client.query('thread.messages', { conversationId, limit: 100 })
  const body = messages.find((one) => one.id === id)?.body
  return body?.kind === 'text' ? (body.preview ?? null) : null
}

/** Once the page has answered, in its own time. */
const untilSeen = async (
  core: WorldCore,
  id: MessageId,
  title: string | null,
): Promise<LinkPreview | null> => {
  await expect
    .poll(async () => {
      await world.pass()
      return (await previewSeen(core, id))?.title ?? null
    })
    .toBe(title)
  return previewSeen(core, id)
}

const untilAsked = async (path: string): Promise<void> => {
  await expect
    .poll(async () => {
      await world.pass()
      return site.asked.at(-1)?.path
    })
    .toBe(path)
}

/** The page of a message sent after others was read, so theirs were, too. */
const untilOthersWereRead = async (): Promise<void> => {
  site.page('/last', '<title>Last</title>')
  await untilSeen(bo, await ami.send(conversationId, `${site.url}/last`), 'Last')
}

const picture = async (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3358e0' } })
    .png()
    .toBuffer()

it('R-06-135 the page of the first address is read once by the server and stands below the message, on every device and later', async () => {
  site.page(
    '/tea',
    `<title>龙井</title><meta property="og:description" content="明前茶 &amp; 茶具"><meta property="og:site_name" content="茶舍">
     <meta property="og:image" content="/tea.png">`,
  )
  site.answer('/tea.png', (response) => {
    void picture(1200, 630).then((bytes) => response.writeHead(200).end(bytes))
  })
  const text = `看看 ${site.url}/tea ，不是 ${site.url}/other`
  const id = await ami.send(conversationId, text)
  const seen = await untilSeen(bo, id, '龙井')
  const { fileId } = seen?.picture ?? {}
  expect(seen).toEqual({
    url: `${site.url}/tea`,
    title: '龙井',
    description: '明前茶 & 茶具',
    site: '茶舍',
    picture: { fileId: expect.any(String), width: 400, height: 210 },
  })
  await untilSeen(ami, id, '龙井')
  // The agents' computers have asked nothing but the server, for the picture too.
  const link = await done(bo.client.query('file.url', { fileId: fileId ?? '' }))
  expect(link?.url).toContain('/files/')
  const stored = fileId && (await findFile(world.db, ORGANIZATION, fileId))
  expect(stored && (await store.size(stored.sha256))).toBe(stored && stored.file.bytes)
  // The list goes on saying what was said.
  const rows = await bo.client.query('conversations.list', { filter: 'all' })
  expect(rows?.find((row) => row.id === conversationId)?.preview?.text).toBe(text)

  // Another message that leads there has it at once, with a picture of its own.
  const again = await bo.send(conversationId, `${site.url}/tea`)
  const second = await untilSeen(ami, again, '龙井')
  expect(second?.picture?.fileId).not.toBe(fileId)
  await untilSeen(bo, again, '龙井')
  expect(site.asked.map(({ path }) => path)).toEqual(['/tea', '/tea.png'])
  // Whoever comes later has it too, also without a line.
  const later = await world.core(2)
  expect(await previewSeen(later, id)).toEqual(seen)
  await later.stop()
  later.start()
  later.goOffline()
  expect(await previewSeen(later, id)).toEqual(seen)
  expect(bo.digest()['messages']).toEqual(ami.digest()['messages'])

  await world.pass(DAY_MS)
  site.page('/tea', '<title>碧螺春</title>')
  await untilSeen(ami, await bo.send(conversationId, `${site.url}/tea`), '碧螺春')
})

it('R-06-135 what leads nowhere, inside, or to no page has no preview, and neither has what the company does not want', async () => {
  site.page('/untitled', '<meta name="description" content="no title">')
  site.answer('/file', (response) =>
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('<title>no</title>'),
  )
  site.answer('/inside', (response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  )
  const ids: MessageId[] = []
  for (const path of ['/untitled', '/file', '/inside', '/missing'])
    ids.push(await ami.send(conversationId, site.url + path))
  ids.push(await ami.send(conversationId, `http://127.0.0.1:${site.port}/untitled`))
  ids.push(await ami.send(conversationId, '没有链接'))
  await untilOthersWereRead()
  for (const id of ids) expect(await previewSeen(bo, id)).toBeNull()
  // Several are read at once.
  const paths = site.asked.map(({ path }) => path).toSorted()
  expect(paths).toEqual(['/file', '/inside', '/last', '/missing', '/untitled'])

  await turn(false)
  site.page('/off', '<title>Off</title>')
  const off = await ami.send(conversationId, `${site.url}/off`)
  await world.pass()
  await turn(true)
  await untilOthersWereRead()
  expect(await previewSeen(bo, off)).toBeNull()
  expect(site.asked.some(({ path }) => path === '/off')).toBe(false)
})

it('R-06-135 a page that could not be read is asked again after a while, not with each message and not only after a day', async () => {
  site.answer('/down', (response) => response.writeHead(503).end())
  await ami.send(conversationId, `${site.url}/down`)
  await untilAsked('/down')
  await untilOthersWereRead()
  site.page('/down', '<title>Up</title>')
  await world.pass(60_000)
  const early = await ami.send(conversationId, `${site.url}/down`)
  await world.pass(10 * 60_000)
  await untilSeen(bo, await ami.send(conversationId, `${site.url}/down`), 'Up')
  expect(await previewSeen(bo, early)).toBeNull()
  expect(site.asked.filter(({ path }) => path === '/down')).toHaveLength(2)
})

it('R-06-135 a picture that is none, a drawing, or too large is left out, and the words stay', async () => {
  const pictures: Readonly<Record<string, (path: string) => Buffer>> = {
    '/page': () => Buffer.from('<!doctype html><title>no picture</title>'),
    '/drawing.svg': () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    '/large.png': () => Buffer.concat([large, Buffer.alloc(1024 * 1024)]),
    '/broken.png': () => large.subarray(0, 40),
  }
  const large = await picture(8, 8)
  for (const [path, bytesOf] of Object.entries(pictures)) {
    site.page(`/of${path}`, `<title>${path}</title><meta property="og:image" content="${site.url}${path}">`)
    site.answer(path, (response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(bytesOf(path)),
    )
    const seen = await untilSeen(bo, await ami.send(conversationId, `${site.url}/of${path}`), path)
    expect(seen?.picture).toBeNull()
  }
  expect(await world.db.all(sql`select id from files`)).toEqual([])
})

it('R-06-135 R-06-083 a message that is taken back takes its preview with it', async () => {
  site.page('/tea', '<title>秘密 2468</title><meta property="og:image" content="/tea.png">')
  site.answer('/tea.png', (response) => {
    void picture(20, 20).then((bytes) => response.writeHead(200).end(bytes))
  })
  const id = await ami.send(conversationId, `${site.url}/tea`)
  const seen = await untilSeen(bo, id, '秘密 2468')
  const fileId = seen?.picture?.fileId
  await done(ami.client.run('message.recall', { messageId: id }))
  await untilSeen(bo, id, null)
  // It leaves the log a moment later.
  await expect
    .poll(async () => {
      await world.pass(2_000)
      return world.db.all(sql`select payload from log where payload like ${'%2468%'}`)
    })
    .toEqual([])
  expect(fileId && (await findFile(world.db, ORGANIZATION, fileId))).toBeUndefined()

  // What was read after it was taken back belongs to nothing.
  let answer = (): void => undefined
  site.answer('/late', (response) => {
    answer = () => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Late</title>')
  })
  const late = await ami.send(conversationId, `${site.url}/late`)
  await untilAsked('/late')
  await done(ami.client.run('message.recall', { messageId: late }))
  answer()
  await untilOthersWereRead()
  const { messages } = await bo.client.query('thread.messages', { conversationId, limit: 100 })
  expect(messages.find((one) => one.id === late)?.body).toEqual({ kind: 'recalled' })
})

it('R-06-135 a message sent once more, because its answer was lost, is still the same with its preview', async () => {
  site.page('/tea', '<title>龙井</title>')
  const id = world.ids.next() as MessageId
  const send = async () =>
    world.engine.run({
      principal: {
        kind: 'agent',
        organizationId: ORGANIZATION,
        agentId: ami.agentId,
        permissions: new Set(),
      },
      id,
      name: 'chat.send',
      args: { conversationId, id, body: { kind: 'text', text: `${site.url}/tea` } },
    })
  const first = await done(send())
  await untilSeen(bo, id, '龙井')
  const second = await done(send())
  expect(second).toMatchObject(first.ok ? { ok: true, value: { result: first.value.result } } : first)
  expect(first.ok).toBe(true)
})
