import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../tests/support/reception.ts'
import type { FileId, MessageId } from '../../protocol/model/index.ts'
import { insertFile } from '../db/files.ts'
import { openSessionOf } from '../db/sessions.ts'

describeDatabases('questions of agents', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-17-007 a page of history is the newest before a number, for whoever follows the thread', async () => {
    await withReception({}, async ({ engine, arrive, customer, write, agent }) => {
      await arrive(1)
      const visitor = await customer('历史')
      for (const text of ['一', '二', '三', '四']) await write(visitor, text)
      const args = { conversationId: visitor.conversationId, beforeSeq: 6, limit: 2 }
      const page = await engine.query(agent(1), 'history.page', args)
      expect(page).toMatchObject({ ok: true, value: { messages: [{ seq: 4 }, { seq: 5 }] } })
      expect(await engine.query(agent(2), 'history.page', args)).toEqual({ ok: false, code: 'not-found' })
      expect(await engine.query(agent(1), 'history.page', { ...args, limit: 0 })).toMatchObject({
        code: 'invalid',
        details: { path: 'limit' },
      })
      expect(await engine.query(agent(1), 'constructor' as never, args)).toMatchObject({ code: 'invalid' })
    })
  })

  it('R-02-116 the pool shows what was left so far, to whoever sees that part of it', async () => {
    await withReception({}, async ({ db, engine, customer, write, agent }) => {
      const visitor = await customer('等待')
      await write(visitor, '一')
      await write(visitor, '二')
      const waiting = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      if (!waiting) throw new Error('no open session')
      const args = { sessionId: waiting.session.id }
      const answer = await engine.query(agent(1), 'pool.messages', args)
      expect(answer).toMatchObject({
        ok: true,
        value: { messages: [{ body: { text: '一' } }, { body: { text: '二' } }] },
      })
      await db.transaction(async (tx) => {
        await tx.run({ text: `delete from group_members where agent_id = 'agent-2'`, values: [] })
        await tx.run({ text: `update organizations set config_revision = config_revision + 1`, values: [] })
      })
      expect(await engine.query(agent(2), 'pool.messages', args)).toEqual({ ok: false, code: 'not-found' })
    })
  })

  it('a file is shown to its uploader and to readers of a conversation that carries it', async () => {
    await withReception({}, async ({ db, clock, engine, arrive, customer, write, run, ids, agent }) => {
      await arrive(1)
      const visitor = await customer('图片')
      await write(visitor, '看图')
      const file = {
        id: 'f'.repeat(64) as FileId,
        name: '咖啡机.png',
        mime: 'image/png',
        bytes: 1234,
        width: 10,
        height: 20,
      }
      await db.transaction(async (tx) => {
        await insertFile(
          tx,
          ORGANIZATION,
          { file, sha256: 'a'.repeat(64) },
          { kind: 'customer', id: visitor.customerId },
          clock.now(),
        )
      })
      expect(await engine.query(agent(1), 'file.link', { fileId: file.id })).toMatchObject({
        code: 'not-found',
      })
      const send = async (bytes: number) => {
        const id = ids.next() as MessageId
        const { name, mime, width, height } = file
        const body = { kind: 'image', fileId: file.id, name, mime, bytes, width, height } as const
        return run(visitor, 'customer.write', { id, body }, id)
      }
      expect(await send(1)).toMatchObject({ code: 'file-missing' })
      expect(await send(1234)).toMatchObject({ ok: true })
      expect(await engine.query(agent(1), 'file.link', { fileId: file.id })).toMatchObject({ ok: true })
      expect(await engine.query(agent(2), 'file.link', { fileId: file.id })).toMatchObject({
        code: 'not-found',
      })
    })
  })
})
