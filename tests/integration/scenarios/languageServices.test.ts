/** What voices say and texts mean: asked once of a service outside, kept with the message, known to everybody who reads it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { silentLogger } from '../../../src/base/logger.ts'
import { sql } from '../../../src/base/sql.ts'
import { withoutAnnotations } from '../../../src/domain/messages/annotations.ts'
import type {
  Annotation,
  ConversationId,
  FileId,
  Message,
  MessageId,
  ServiceProblem,
} from '../../../src/protocol/model/index.ts'
import { insertFile } from '../../../src/server/db/files.ts'
import { saveLanguageServices } from '../../../src/server/db/languageServices.ts'
import { findMessage, rowToMessage } from '../../../src/server/db/messages.ts'
import { createContentStore, type ContentStore } from '../../../src/server/files/contentStore.ts'
import { createLanguageClient } from '../../../src/server/language/languageClient.ts'
import { createLanguageDesk, type LanguageDesk } from '../../../src/server/language/languageDesk.ts'
import { createSend } from '../../../src/server/outbound/send.ts'
import { startLanguageProvider, type LanguageProvider } from '../../support/languageProvider.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION } from '../../support/worldRows.ts'

const SOUND = Buffer.from('not really a sound, but bytes like those of one')
const NEVER = (): void => undefined

let folder: string
let store: ContentStore
let provider: LanguageProvider
let world: World
let desk: LanguageDesk
let ami: WorldCore
let bo: WorldCore
let conversationId: ConversationId

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-language-'))
  store = createContentStore(folder)
  await store.prepare()
  provider = await startLanguageProvider()
  world = await createWorld()
  startDesk()
  ami = await world.core(1)
  bo = await world.core(2)
  const opened = await done(ami.client.run('chat.open', { agentId: bo.agentId }))
  if (!opened.ok) throw new Error(opened.code)
  ;({ conversationId } = opened.value)
  await configure(1)
})
afterEach(async () => {
  await desk.stop()
  await world.dispose()
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
})

const startDesk = (): void => {
  const { db, engine, clock } = world
  const client = createLanguageClient(createSend({ clock, allowPrivate: true }))
  desk = createLanguageDesk({ db, engine, store, client, clock, log: silentLogger })
  engine.onCommitted((change) => {
    desk.committed(change)
  })
}

/** Both services at the provider. */
const configure = async (version: number): Promise<void> =>
  world.change(async ({ tx }) =>
    saveLanguageServices(tx, ORGANIZATION, {
      speech: { address: `${provider.url}/v1/`, model: 'whisper-1', key: 'sk-speech' },
      translation: { address: provider.url, key: 'translation-key' },
      version,
    }),
  )

const done = async <T>(work: Promise<T>): Promise<T> => {
  await world.pass()
  return work
}

/** What the first agent says to the second one. */
const say = async (name = 'voice.webm'): Promise<MessageId> => {
  const sha256 = await store.put(SOUND)
  if (!sha256.ok) throw new Error(sha256.code)
  const file = {
    id: world.ids.next() as FileId,
    name,
    mime: 'audio/webm',
    bytes: SOUND.length,
    width: null,
    height: null,
  }
  await world.change(async ({ tx, now }) => {
    const uploader = { kind: 'agent', id: ami.agentId } as const
    await insertFile(tx, ORGANIZATION, { file, sha256: sha256.value }, uploader, now)
  })
  const { mime, bytes } = file
  const sent = await done(
    ami.client.run('stored-file.send', {
      conversationId,
      file: { kind: 'file', fileId: file.id, name, mime, bytes, seconds: 5 },
    }),
  )
  if (!sent.ok) throw new Error(sent.code)
  return sent.value.id
}

/** A message of the first agent, as their program gives it to the server. */
const sendAgain = async (id: MessageId, body: object) =>
  world.engine.run({
    principal: { kind: 'agent', organizationId: ORGANIZATION, agentId: ami.agentId, permissions: new Set() },
    id,
    name: 'chat.send',
    args: { conversationId, id, body },
  })

const seenBy = async ({ client }: WorldCore, id: MessageId): Promise<Message | undefined> =>
  (await client.query('thread.messages', { conversationId, limit: 100 })).messages.find(
    (one) => one.id === id,
  )

const annotationsIn = (message: Message | undefined): Readonly<Record<string, Annotation>> | undefined =>
  message?.body.kind === 'text' || message?.body.kind === 'file' ? message.body.annotations : undefined

/** Once the service outside has answered, in its own time. */
const untilSeen = async (
  core: WorldCore,
  id: MessageId,
  wanted: Readonly<Record<string, Annotation>>,
): Promise<void> => {
  await expect
    .poll(async () => {
      await world.pass()
      return annotationsIn(await seenBy(core, id))
    })
    .toEqual(wanted)
}

const HEARD = { transcript: { state: 'done', text: '我的订单还没有到' } } as const
const failed = (problem: ServiceProblem) => ({ transcript: { state: 'failed', problem } }) as const

it('R-03-103 R-06-110 a voice is written down by the service of the company, once for all who ask, and kept below the message on every device', async () => {
  const messageId = await say()
  let answer = NEVER
  provider.answer((response) => {
    answer = () => response.end(JSON.stringify({ text: ' 我的订单还没有到 ' }))
  })
  // Both press at once.
  const [one, other] = [
    ami.client.run('message.transcribe', { messageId }),
    bo.client.run('message.transcribe', { messageId }),
  ]
  await world.pass()
  expect([await one, await other]).toMatchObject([{ ok: true }, { ok: true }])
  await untilSeen(bo, messageId, { transcript: { state: 'working' } })
  await expect.poll(() => provider.asked.length).toBe(1)
  answer()
  await untilSeen(ami, messageId, HEARD)
  await untilSeen(bo, messageId, HEARD)

  const [{ path, headers, body } = { path: '', headers: {}, body: Buffer.alloc(0) }] = provider.asked
  expect([path, headers.authorization]).toEqual(['/v1/audio/transcriptions', 'Bearer sk-speech'])
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData()
  expect([form.get('model'), form.get('response_format')]).toEqual(['whisper-1', 'json'])
  const file = form.get('file') as File
  expect([file.name, Buffer.from(await file.arrayBuffer())]).toEqual(['voice.webm', SOUND])

  // Whoever comes later has it too, also without a line, and nobody asks again.
  const later = await world.core(2)
  expect(annotationsIn(await seenBy(later, messageId))).toEqual(HEARD)
  await later.stop()
  later.start()
  later.goOffline()
  expect(annotationsIn(await seenBy(later, messageId))).toEqual(HEARD)
  expect(await done(bo.client.run('message.transcribe', { messageId }))).toMatchObject({ ok: true })
  await world.pass()
  expect(provider.asked).toHaveLength(1)
  expect(bo.digest()['messages']).toEqual(ami.digest()['messages'])
  // Sent once more, because its answer was lost, it is still the same message.
  const row = await findMessage(world.db, ORGANIZATION, messageId)
  if (!row) throw new Error('the voice is gone')
  const again = await done(sendAgain(messageId, withoutAnnotations(rowToMessage(row).body)))
  expect(again).toMatchObject({ ok: true, value: { result: { seq: row.seq } } })
})

it('R-14-044 (for whoever reads it) a text is translated into the language of whoever reads it, beside what was said', async () => {
  const messageId = world.ids.next() as MessageId
  const send = async () => sendAgain(messageId, { kind: 'text', text: '荷物はどこですか' })
  const sent = await done(send())
  await done(bo.client.run('message.translate', { messageId, language: 'en' }))
  const english = { en: { state: 'done', text: 'en: 荷物はどこですか' } } as const
  await untilSeen(ami, messageId, english)
  expect(JSON.parse(provider.asked[0]?.body.toString() ?? '')).toEqual({
    q: '荷物はどこですか',
    source: 'auto',
    target: 'en',
    format: 'text',
    api_key: 'translation-key',
  })
  await done(ami.client.run('message.translate', { messageId, language: 'zh-CN' }))
  await untilSeen(bo, messageId, { ...english, 'zh-CN': { state: 'done', text: 'zh: 荷物はどこですか' } })
  expect((await seenBy(bo, messageId))?.body).toMatchObject({ kind: 'text', text: '荷物はどこですか' })
  // Sent once more, because its answer was lost, it is still the same message.
  expect(await done(send())).toMatchObject(
    sent.ok ? { ok: true, value: { result: sent.value.result } } : sent,
  )
  expect(sent.ok).toBe(true)
  expect(provider.asked).toHaveLength(2)
})

it('R-06-110 what a service answers wrongly, or not at all, is said, and it can be asked again', async () => {
  const ANSWERS: readonly (readonly [ServiceProblem, Parameters<LanguageProvider['answer']>[0]])[] = [
    ['invalid', (response) => response.end('<html><body>502</body></html>')],
    ['invalid', (response) => response.end(JSON.stringify({ words: '你好' }))],
    // 你好 in GBK.
    ['invalid', (response) => response.end(Buffer.from('{"text":"\xc4\xe3\xba\xc3"}', 'latin1'))],
    ['invalid', (response) => response.end()],
    ['empty', (response) => response.end(JSON.stringify({ text: ' \u0000\n ' }))],
    ['refused', (response) => response.end(Buffer.alloc(10 * 1024 * 1024, 'x'))],
    ['refused', (response) => response.writeHead(302, { location: `${provider.url}/else` }).end()],
    ['refused', (response) => response.writeHead(401).end('{"text":"no"}')],
    ['unreachable', (response) => response.destroy()],
  ]
  for (const [index, [problem, answer]] of ANSWERS.entries()) {
    // Another version of the settings: what failed before is no reason to leave the service alone.
    await configure(index + 2)
    provider.answer(answer)
    const messageId = await say(`voice-${index}.webm`)
    await done(ami.client.run('message.transcribe', { messageId }))
    await untilSeen(bo, messageId, failed(problem))
  }
  expect(provider.asked.some(({ path }) => path.endsWith('/else'))).toBe(false)

  // Silence, too: for half a minute.
  await configure(50)
  const messageId = await say('last.webm')
  provider.answer(NEVER)
  const before = provider.asked.length
  await done(bo.client.run('message.transcribe', { messageId }))
  await expect.poll(() => provider.asked.length).toBe(before + 1)
  await world.pass(31_000)
  await untilSeen(ami, messageId, failed('silent'))
  provider.answer((response) => response.end(JSON.stringify({ text: '我的订单还没有到' })))
  await done(ami.client.run('message.transcribe', { messageId }))
  await untilSeen(bo, messageId, HEARD)
})

it('R-06-110 a service that fails again and again is left alone for a minute', async () => {
  provider.answer((response) => response.writeHead(500).end())
  const messageId = await say()
  for (let time = 1; time <= 5; time += 1) {
    await done(ami.client.run('message.transcribe', { messageId }))
    await expect.poll(() => provider.asked.length).toBe(time)
    await untilSeen(ami, messageId, failed('refused'))
  }
  await done(ami.client.run('message.transcribe', { messageId }))
  await untilSeen(ami, messageId, failed('resting'))
  expect(provider.asked).toHaveLength(5)
  await world.pass(61_000)
  provider.answer((response) => response.end(JSON.stringify({ text: '我的订单还没有到' })))
  await done(ami.client.run('message.transcribe', { messageId }))
  await untilSeen(ami, messageId, HEARD)
})

it('R-06-110 when the server dies while it asks, the voice is not being written down for ever', async () => {
  const messageId = await say()
  provider.answer(NEVER)
  await done(ami.client.run('message.transcribe', { messageId }))
  await expect.poll(() => provider.asked.length).toBe(1)
  await desk.stop()
  await world.stopServer()
  await world.startServer()
  startDesk()
  for (const core of [ami, bo]) await core.comeBack()
  expect(annotationsIn(await seenBy(ami, messageId))).toEqual({ transcript: { state: 'working' } })
  await world.pass(121_000)
  await untilSeen(ami, messageId, failed('silent'))
})

it('R-14-044 nothing is asked about what one may not read, what was taken back, or without a service; and nothing is kept of what was taken back', async () => {
  const messageId = await ami.send(conversationId, '密码 2468')
  const stranger = await world.core(3)
  const translate = async (core: WorldCore) =>
    done(core.client.run('message.translate', { messageId, language: 'en' }))
  expect(await translate(stranger)).toMatchObject({ ok: false, code: 'not-found' })
  expect(await done(ami.client.run('message.transcribe', { messageId }))).toMatchObject({ code: 'invalid' })

  provider.answer(NEVER)
  await translate(bo)
  await expect.poll(() => provider.asked.length).toBe(1)
  await done(ami.client.run('message.recall', { messageId }))
  // The service has answered in the meantime.
  const annotation = { state: 'done', text: 'Password 2468' } as const
  await done(
    world.engine.runInternal(ORGANIZATION, 'message.annotate', { messageId, name: 'en', annotation }),
  )
  expect((await seenBy(bo, messageId))?.body).toEqual({ kind: 'recalled' })
  expect(await translate(bo)).toMatchObject({ ok: false, code: 'message-recalled' })
  const told = await world.db.all<{ payload: string }>(
    sql`select payload from log where payload like ${'%2468%'}`,
  )
  expect(told).toEqual([])
  const row = await findMessage(world.db, ORGANIZATION, messageId)
  expect(row && rowToMessage(row).body).toEqual({ kind: 'recalled' })

  await world.change(async ({ tx }) =>
    saveLanguageServices(tx, ORGANIZATION, { speech: null, translation: null, version: 2 }),
  )
  expect(await translate(bo)).toMatchObject({ ok: false, code: 'no-service' })
})
