/** What was sent goes out once and in order, whatever happens between. */
import { beforeEach, describe, expect, it } from 'vitest'

import { c1, send, texts, thread, unsent, useCore, type CoreStage } from '../../tests/support/coreStage.ts'
import { outcome } from '../../tests/support/coreWorld.ts'
import { createFaultyDatabases } from '../../tests/support/faultyDatabases.ts'
import type { ConversationId, FileId, MessageId } from '../protocol/model/index.ts'

const stage = useCore()
let { world, signedIn, started, restarted } = {} as CoreStage
beforeEach(() => {
  ;({ world, signedIn, started, restarted } = stage())
})

describe('outbox', () => {
  it('R-17-022 keeps a message on the disk before it says so, over a kill without warning', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    for (const text of ['一', '二', '三', '四', '五']) await send(client, text)
    expect(await unsent(client)).toEqual(['一 queued', '二 queued', '三 queued', '四 queued', '五 queued'])
    const next = await restarted(client)
    expect(await unsent(next)).toHaveLength(5)
    world.server.reachable = true
    await world.pass(60_000)
    expect(world.server.texts('c1')).toEqual(['一', '二', '三', '四', '五'])
    expect(await texts(next)).toEqual(['一', '二', '三', '四', '五'])
    expect(await unsent(next)).toEqual([])
  })

  it('R-17-020 repeats a message whose answer was lost under the same id: one message exists', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.loseAnswers = 1
    world.server.holdLog = true
    const id = await send(client, '只此一条')
    await world.pass()
    expect(await unsent(client)).toEqual(['只此一条 sending'])
    world.server.cut()
    world.server.holdLog = false
    await world.pass(60_000)
    expect(world.server.commands.map((command) => command.id)).toEqual(expect.arrayContaining([id]))
    expect(new Set(world.server.commands.map((command) => command.id)).size).toBe(1)
    expect(world.server.texts('c1')).toEqual(['只此一条'])
    expect(await texts(client)).toEqual(['只此一条'])
    expect(await unsent(client)).toEqual([])
  })

  it('R-17-028 on a full disk a refused message can neither be tried again nor given up, and says so', async () => {
    const databases = createFaultyDatabases(world.databases)
    world.server.open('c1')
    await signedIn().then(async (client) => client.stop())
    const client = await started({ databases })
    await world.pass()
    world.server.refuse = () => 'forbidden'
    const id = await send(client, '给不了')
    await world.pass()
    expect(await unsent(client)).toEqual(['给不了 failed forbidden'])
    databases.full = true
    expect(await outcome(client, 'outbox.retry', { id, force: false })).toBe('disk-full')
    expect(await outcome(client, 'outbox.discard', { id })).toBe('disk-full')
    expect(await unsent(client)).toEqual(['给不了 failed forbidden'])
    databases.full = false
    expect(await outcome(client, 'outbox.discard', { id })).toBe('ok')
    expect(await unsent(client)).toEqual([])
  })

  it('shows a message once, whichever of answer and log comes first', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const seen = new Set<string>()
    client.subscribe(
      'thread.messages',
      { conversationId: c1, limit: 10 },
      ({ messages, unsent: waiting }) => {
        seen.add(`${messages.length} ${waiting.length}`)
      },
    )
    await world.pass()
    world.server.holdLog = true
    await send(client, 'hallo')
    await world.pass()
    expect(await unsent(client)).toEqual(['hallo sending'])
    world.server.releaseLog()
    await world.pass()
    world.server.holdLog = false
    expect([...seen]).toEqual(['0 0', '0 1', '1 0'])
  })

  it('R-17-021 a refused message holds back those behind it in its conversation only', async () => {
    world.server.open('c1')
    world.server.open('c2')
    const client = await signedIn()
    world.server.refuse = ({ args }) =>
      (args as { body: { text: string } }).body.text === '二' ? 'not-your-session' : null
    await send(client, '一')
    const failed = await send(client, '二')
    await send(client, '三')
    await send(client, '别处', 'c2' as ConversationId)
    await world.pass(5000)
    expect(world.server.texts('c1')).toEqual(['一'])
    expect(world.server.texts('c2')).toEqual(['别处'])
    expect(await unsent(client)).toEqual(['二 failed not-your-session', '三 queued'])
    world.server.refuse = () => null
    expect(await outcome(client, 'outbox.retry', { id: failed, force: false })).toBe('ok')
    await world.pass()
    expect(world.server.texts('c1')).toEqual(['一', '二', '三'])
  })

  it('a discarded message lets the next one go', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.refuse = ({ args }) =>
      (args as { body: { text: string } }).body.text === '二' ? 'answered-meanwhile' : null
    const failed = await send(client, '二')
    await send(client, '三')
    await world.pass()
    await client.run('outbox.discard', { id: failed })
    await world.pass()
    expect(world.server.texts('c1')).toEqual(['三'])
    expect(await outcome(client, 'outbox.discard', { id: failed })).toBe('not-found')
  })

  it('holds a message back so long as its author wants to be able to take it back, and those behind it', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const held = async (text: string): Promise<MessageId> => {
      const body = { kind: 'text', text } as const
      const sent = await client.run('message.send', { conversationId: c1, body, seenSeq: null, holdMs: 5000 })
      if (!sent.ok) throw new Error(sent.code)
      return sent.value.id
    }
    const regretted = await held('一')
    await send(client, '二')
    await world.pass(4000)
    expect(world.server.texts('c1')).toEqual([])
    expect((await thread(client)).unsent).toMatchObject([{ state: 'queued' }, { heldUntil: null }])
    await client.run('outbox.discard', { id: regretted })
    await world.pass()
    expect(world.server.texts('c1')).toEqual(['二'])
    await held('三')
    await world.pass(4999)
    expect(world.server.texts('c1')).toEqual(['二'])
    await world.pass(1)
    expect(world.server.texts('c1')).toEqual(['二', '三'])
    await held('四')
    await client.run('held.flush', {})
    await world.pass()
    expect(world.server.texts('c1')).toEqual(['二', '三', '四'])
  })

  it('R-17-023 tries again after 1, 2, 4 … 60 s, and gives up after a day', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const tries: number[] = []
    world.server.refuse = ({ name }) => {
      if (name === 'message.send') tries.push(Math.round(world.clock.now() / 1000))
      return 'unavailable'
    }
    await send(client, 'hallo')
    await world.pass(300_000)
    const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
    expect(waits.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect(await unsent(client)).toEqual(['hallo queued'])
    world.clock.advance(24 * 3_600_000)
    await world.pass(120_000)
    expect(await unsent(client)).toEqual(['hallo failed expired'])
  })

  it('R-17-028 refuses what is too long, and more than 5,000 waiting', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const body = { kind: 'text' as const, text: 'x'.repeat(5001) }
    expect(await client.run('message.send', { conversationId: c1, body, seenSeq: null })).toEqual({
      ok: false,
      code: 'too-long',
      details: { limit: 5000, actual: 5001 },
    })
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    await send(client, '一')
    await client.stop()
    const own = await world.databases.open('own')
    own.run(`
      with recursive n (i) as (select 2 union all select i + 1 from n where i < 5000)
      insert into outbox (id, agent_id, conversation_id, kind, text, mime, bytes, state, created_at, expires_at)
      select 'm' || i, agent_id, conversation_id, kind, text, mime, bytes, state, created_at, expires_at from n, outbox`)
    own.close()
    const next = await started()
    const text = { conversationId: c1, body: { kind: 'text' as const, text: 'x' }, seenSeq: null }
    expect(await outcome(next, 'message.send', text)).toBe('outbox-full')
    expect(await next.query('connection.status', {})).toMatchObject({ outbox: 5000 })
  })

  it('keeps a file, uploads it after a restart and sends it in its place', async () => {
    world.server.open('c1')
    let client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    const file = new Blob([new Uint8Array(2_500_000).fill(7)], { type: 'image/png' })
    await send(client, '看图')
    expect(
      await outcome(client, 'file.send', { conversationId: c1, file, name: '图.png', as: 'image' }),
    ).toBe('ok')
    await send(client, '好吗')
    client = await restarted(client)
    const picture = (await thread(client)).unsent[1]?.body
    if (picture?.kind !== 'image') throw new Error('no picture')
    expect(picture.preview?.size).toBe(2_500_000)
    world.server.reachable = true
    await world.pass(60_000)
    // Its parts are hashed beside the thread.
    await expect
      .poll(async () => {
        await world.pass()
        return texts(client)
      })
      .toEqual(['看图', 'image', '好吗'])
    const upload = world.server.requests.find(({ url }) => url.includes('/done?'))
    expect(upload?.url).toContain(encodeURIComponent('图.png'))
    expect(upload?.headers).toMatchObject({ authorization: 'Bearer token-me' })
    expect([...world.server.parts.values()]).toEqual([2_500_000])
  })

  it('the file of a draft is kept once: sent, it is taken over from there, and goes out after a restart', async () => {
    world.server.open('c1')
    let client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    const file = new Blob([new Uint8Array(2_500_000).fill(7)], { type: 'text/plain' })
    const kept = async () => (await client.query('draft-file.get', { id: 'kept', mime: file.type })).file
    expect(await outcome(client, 'draft-file.keep', { id: 'kept', file })).toBe('ok')
    // Whatever has to be read of it again would be copied.
    const unreadable = new (class extends Blob {
      override slice(): Blob {
        throw new Error('read again')
      }
    })([file], { type: file.type })
    const upload = { conversationId: c1, file: unreadable, name: 'a.txt', as: 'file' } as const
    expect(await outcome(client, 'file.send', { ...upload, draftFileId: 'kept' })).toBe('ok')
    expect(await kept()).toBeNull()
    client = await restarted(client)
    expect((await thread(client)).unsent).toMatchObject([{ body: { name: 'a.txt', bytes: 2_500_000 } }])
    world.server.reachable = true
    await world.pass(60_000)
    await expect
      .poll(async () => {
        await world.pass()
        return [...world.server.parts.values()]
      })
      .toEqual([2_500_000])
  })

  it('a program is refused before anything of it is kept', async () => {
    const client = await signedIn()
    const upload = { conversationId: c1, file: new Blob(['any']), name: 'setup.exe', as: 'file' } as const
    expect(await outcome(client, 'file.send', upload)).toBe('type-not-allowed')
  })

  it('a file says how far it is kept here, and leaves without a word when it is taken back meanwhile', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const gate = Promise.withResolvers<undefined>()
    const file = new (class extends Blob {
      override slice(from = 0, to = this.size): Blob {
        const part = super.slice(from, to)
        const read = part.arrayBuffer.bind(part)
        part.arrayBuffer = async () => (from < 2 * 1024 * 1024 ? read() : gate.promise.then(read))
        return part
      }
    })([new Uint8Array(2_500_000)], { type: 'text/plain' })
    const sent = outcome(client, 'file.send', { conversationId: c1, file, name: 'a.txt', as: 'file' })
    await expect
      .poll(async () => (await thread(client)).unsent)
      .toMatchObject([{ state: 'storing', body: { progress: expect.closeTo(0.84, 2) } }])
    const id = (await thread(client)).unsent[0]?.id
    if (!id) throw new Error('the file is being kept')
    expect(await outcome(client, 'outbox.pause', { id, paused: true })).toBe('not-found')
    expect(await outcome(client, 'outbox.discard', { id })).toBe('ok')
    gate.resolve(undefined)
    expect(await sent).toBe('ok')
    await world.pass()
    expect((await thread(client)).unsent).toEqual([])
    expect([...world.server.parts.values()]).toEqual([])
  })

  it('R-06-042 goes on with an upload where it stopped, after a pause and after a restart', async () => {
    world.server.open('c1')
    let client = await signedIn()
    const { filePart, parts } = world.server
    let broken = 0
    // The line breaks in the second part, and its author has enough of it.
    world.server.filePart = (request) => {
      if (!request.url.includes('offset=1048576')) return filePart(request)
      broken += 1
      throw new Error('no route')
    }
    const file = new Blob([new Uint8Array(2_500_000).fill(7)], { type: 'text/plain' })
    const upload = { conversationId: c1, file, name: 'a.txt', as: 'file' } as const
    expect(await outcome(client, 'file.send', upload)).toBe('ok')
    await expect.poll(() => broken).toBe(1)
    const id = (await thread(client)).unsent[0]?.id
    if (!id) throw new Error('the file waits')
    expect(await outcome(client, 'outbox.pause', { id, paused: true })).toBe('ok')
    world.server.filePart = filePart
    await world.pass(60_000)
    expect((await thread(client)).unsent).toMatchObject([{ state: 'paused' }])
    client = await restarted(client)
    expect((await thread(client)).unsent).toMatchObject([{ state: 'paused' }])
    world.server.requests.length = 0
    expect(await outcome(client, 'outbox.pause', { id, paused: false })).toBe('ok')
    await expect
      .poll(async () => {
        await world.pass()
        return (await thread(client)).unsent
      })
      .toEqual([])
    const sent = world.server.requests.map(({ body }) => (body instanceof Blob ? body.size : 0))
    expect(sent.filter((size) => size > 0)).toEqual([1024 * 1024, 2_500_000 - 2 * 1024 * 1024])
    expect([...parts.values()]).toEqual([2_500_000])
  })

  it('sends a file that the server has already without uploading it, also when it is tried again', async () => {
    world.server.open('c1')
    const client = await signedIn()
    world.server.reachable = false
    world.server.cut()
    await world.pass(4000)
    const fileId = 'file-1' as FileId
    const file = { kind: 'image', fileId, name: '价目.png', mime: 'image/png', bytes: 9 } as const
    const size = { width: 3, height: 4 }
    expect(
      await outcome(client, 'stored-file.send', { conversationId: c1, file: { ...file, ...size } }),
    ).toBe('ok')
    const next = await restarted(client)
    expect((await thread(next)).unsent[0]?.body).toMatchObject({ name: '价目.png', preview: null })
    world.server.reachable = true
    await world.pass(60_000)
    expect((await thread(next)).messages[0]?.body).toMatchObject({ ...file, ...size })
    expect(world.server.requests.filter(({ url }) => url.includes('/api/files'))).toEqual([])
  })

  it('keeps the last 50 texts of a conversation, the newest first and each once', async () => {
    const client = await signedIn()
    for (let count = 0; count < 55; count += 1) {
      await outcome(client, 'written.keep', { conversationId: c1, text: `第 ${count} 句` })
    }
    await outcome(client, 'written.keep', { conversationId: c1, text: '第 20 句' })
    const written = await client.query('written.list', { conversationId: c1 })
    expect(written).toHaveLength(50)
    expect(written.slice(0, 2)).toEqual(['第 20 句', '第 54 句'])
    expect(new Set(written).size).toBe(50)
    expect(await client.query('written.list', { conversationId: 'c2' as ConversationId })).toEqual([])
  })

  it('refuses files that the server would refuse, and reports what it says of others', async () => {
    world.server.open('c1')
    const client = await signedIn()
    const give = (file: Blob, as: 'image' | 'file') =>
      outcome(client, 'file.send', { conversationId: c1, file, name: 'x', as })
    expect(await give(new Blob([new Uint8Array(6 * 1024 * 1024)], { type: 'image/png' }), 'image')).toBe(
      'too-large',
    )
    expect(await give(new Blob(['x'], { type: 'image/svg+xml' }), 'image')).toBe('type-not-allowed')
    world.server.upload = () => ({ status: 415, text: JSON.stringify({ code: 'type-not-allowed' }) })
    expect(await give(new Blob(['x'], { type: 'text/plain' }), 'file')).toBe('ok')
    await world.pass()
    expect(await unsent(client)).toEqual(['x failed type-not-allowed'])
  })
})
