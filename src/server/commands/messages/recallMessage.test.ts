import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import type { ConversationId, FileId, MessageId, SessionId } from '../../../protocol/model/index.ts'
import { conversationsWithFile } from '../../db/fileLinks.ts'
import { findFile, insertFile } from '../../db/files.ts'
import { readLogRows } from '../../db/logRows.ts'
import { messagesAfter } from '../../db/messages.ts'
import { openSessionOf } from '../../db/sessions.ts'
import { messageSeen } from '../../publish/customerView.ts'
import type { Asking } from '../../queries/query.ts'
import { searchMessages } from '../../queries/searchMessages.ts'

const LIMIT_MS = 120_000

describeDatabases('taking a message back', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-06-080 R-06-081 is possible for two minutes of the server, for its author alone', async () => {
    await withReception({}, async (reception) => {
      const { clock, run, agent } = reception
      const { visitor, spoken } = await talk(reception)
      expect(await run(agent(2), 'message.recall', { messageId: spoken })).toMatchObject({
        code: 'not-found',
      })
      expect(await run(visitor, 'customer.recall', { messageId: spoken })).toMatchObject({
        code: 'not-found',
      })
      clock.advance(LIMIT_MS)
      expect(await run(agent(1), 'message.recall', { messageId: spoken })).toMatchObject({ ok: true })
      expect(await said(reception, visitor.conversationId)).toEqual(['在吗', 'recalled'])
    })
  })

  it('R-06-015 is not possible for the lines of the program, which have their numbers among the messages; the customer is told only some', async () => {
    await withReception({ agents: 2 }, async (reception) => {
      const { db, run, done, agent, arrive } = reception
      const { visitor } = await talk(reception)
      const { conversationId } = visitor
      await arrive(2)
      const { id = '', version = 0 } = (await openSessionOf(db, ORGANIZATION, conversationId))?.session ?? {}
      const to = { kind: 'agent', agentId: agent(2).agentId } as const
      const notes = { customerNote: '', colleagueNote: '', waiting: false }
      await done(agent(1), 'session.transfer', { sessionId: id as SessionId, version, to, ...notes })
      const messages = await messagesAfter(db, ORGANIZATION, conversationId, 0, 50)
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
      const lines = messages.filter(({ body }) => body.kind === 'system')
      const ports = { agent: () => undefined, fileUrl: () => '' }
      const told = lines.map((line) => messageSeen(line, ports) !== null)
      expect(new Set(told)).toEqual(new Set([true, false]))
      for (const { id: messageId } of lines)
        expect(await run(agent(2), 'message.recall', { messageId })).toMatchObject({ code: 'not-found' })
    })
  })

  it('R-06-081 is refused a moment later, and R-06-086 twice is a success without effect', async () => {
    await withReception({}, async (reception) => {
      const { clock, run, done, agent, commits } = reception
      const { visitor, asked, spoken } = await talk(reception)
      await done(visitor, 'customer.recall', { messageId: asked })
      const before = commits.length
      await done(visitor, 'customer.recall', { messageId: asked })
      expect(commits).toHaveLength(before)
      clock.advance(LIMIT_MS + 1)
      expect(await run(agent(1), 'message.recall', { messageId: spoken })).toMatchObject({
        code: 'recall-too-late',
      })
    })
  })

  it('R-06-087 is possible for an agent who lost the session; what was said is kept for the records alone', async () => {
    await withReception({}, async (reception) => {
      const { db, done, agent } = reception
      const { visitor, spoken } = await talk(reception)
      const session = (await openSessionOf(db, ORGANIZATION, visitor.conversationId))?.session
      const { id, version } = session ?? { id: '' as SessionId, version: 0 }
      await done(agent(1), 'session.end', { sessionId: id, version, lastSeq: 99 })
      await done(agent(1), 'message.recall', { messageId: spoken })
      expect(await db.all(sql`select body from messages where body like '%价格%'`)).toEqual([])
      expect(await db.all(sql`select message_id from recalled_messages`)).toEqual([{ message_id: spoken }])
    })
  })

  it('R-06-106 a quote is made by the server, says nothing any more once its original is recalled, and may come late', async () => {
    await withReception({}, async (reception) => {
      const { db, done, run, agent, ids } = reception
      const { visitor, spoken } = await talk(reception)
      const quote = async (text: string) => {
        const id = ids.next() as MessageId
        const args = { id, body: { kind: 'text', text }, quoteId: spoken } as const
        const first = await done(visitor, 'customer.write', args, id)
        // A repeated send gets the first answer, though what is stored is more than what was sent.
        expect(await run(visitor, 'customer.write', args, id)).toMatchObject({ value: { result: first } })
      }
      await quote('贵了')
      const quotes = async () =>
        (await messagesAfter(db, ORGANIZATION, visitor.conversationId, 0, 50)).flatMap(({ body }) =>
          body.kind === 'text' && body.quote ? [body.quote] : [],
        )
      expect(await quotes()).toMatchObject([{ messageId: spoken, kind: 'text', text: '价格是 100' }])
      await done(agent(1), 'message.recall', { messageId: spoken })
      await quote('还在吗')
      expect(await quotes()).toMatchObject([
        { kind: 'recalled', text: '' },
        { kind: 'recalled', text: '' },
      ])
    })
  })

  it('R-06-083 what was said is in no entry of the log that anybody is told when they catch up, and is not found', async () => {
    await withReception({}, async (reception) => {
      const { db, done, customer, write, agent, engine, ids } = reception
      const visitor = await customer('小李')
      await write(visitor, '我的密码是 xyzzy')
      const [{ id: asked } = { id: '' as MessageId }] = (
        await messagesAfter(db, ORGANIZATION, visitor.conversationId, 0, 50)
      ).filter(({ sender }) => sender.kind === 'customer')
      const quoteId = asked
      const id = ids.next() as MessageId
      await done(visitor, 'customer.write', { id, body: { kind: 'text', text: '就是这个' }, quoteId }, id)
      const told = async () =>
        (await readLogRows(db, ORGANIZATION, 0, 500)).filter(({ payload }) => payload.includes('xyzzy'))
      expect((await told()).map(({ event }) => event)).toContain('pool.entered')
      await done(visitor, 'customer.recall', { messageId: asked })
      // An index that is behind still names it.
      const context = {
        db,
        principal: agent(1),
        known: { permissions: new Set() },
        search: { find: async () => [asked] },
      }
      const search = searchMessages(context as unknown as Asking, {
        text: '密码',
        before: null,
        limit: 9,
      })
      expect(await search).toMatchObject({ value: { messages: [] } })
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'message-erase', subject: asked })
      expect(await told()).toEqual([])
      const all = (await readLogRows(db, ORGANIZATION, 0, 500)).map(({ payload }) => payload).join('')
      expect(all).toContain('就是这个')
    })
  })

  it('R-06-083 the file of a recalled picture is given to nobody', async () => {
    await withReception({}, async (reception) => {
      const { db, done, ids, clock } = reception
      const { visitor } = await talk(reception)
      const fileId = 'file-1' as FileId
      const facts = { name: 'a.png', mime: 'image/png', bytes: 3, width: 2, height: 2 }
      const uploader = { kind: 'customer', id: visitor.customerId } as const
      await db.transaction(async (tx) =>
        insertFile(tx, ORGANIZATION, { file: { id: fileId, ...facts }, sha256: 'x' }, uploader, clock.now()),
      )
      const id = ids.next() as MessageId
      await done(visitor, 'customer.write', { id, body: { kind: 'image', fileId, ...facts } }, id)
      expect(await findFile(db, ORGANIZATION, fileId)).toBeDefined()
      await done(visitor, 'customer.recall', { messageId: id })
      expect(await findFile(db, ORGANIZATION, fileId)).toBeUndefined()
      expect(await conversationsWithFile(db, ORGANIZATION, fileId)).toEqual([])
    })
  })
})

/** A visitor asked, agent 1 answered. */
const talk = async ({ arrive, customer, write, send, agent, db }: Reception) => {
  await arrive(1)
  const visitor = await customer('小李')
  await write(visitor, '在吗')
  await send(agent(1), visitor.conversationId, '价格是 100')
  const messages = await messagesAfter(db, ORGANIZATION, visitor.conversationId, 0, 50)
  const idOf = (kind: 'agent' | 'customer'): MessageId =>
    messages.findLast(({ sender }) => sender.kind === kind)?.id ?? ('' as MessageId)
  return { visitor, asked: idOf('customer'), spoken: idOf('agent') }
}

const said = async ({ db }: Reception, conversationId: ConversationId) =>
  (await messagesAfter(db, ORGANIZATION, conversationId, 0, 50)).flatMap(({ body }) =>
    body.kind === 'system' ? [] : [body.kind === 'text' ? body.text : body.kind],
  )
