import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  FileId,
  Message,
  MessageId,
  SavedMessage,
} from '../../../protocol/model/index.ts'
import { SAVED_MESSAGE_LIMITS } from '../../../protocol/model/limits.ts'
import { findFile, insertFile } from '../../db/files.ts'
import { messagesAfter } from '../../db/messages.ts'
import { insertSavedMessage, savedMessagesOf } from '../../db/savedMessages.ts'
import type { AgentPrincipal } from '../../engine/types.ts'

const FILE = 'file-1' as FileId
const FACTS = { name: '报价.pdf', mime: 'application/pdf', bytes: 3 } as const

const said = async ({ db }: Reception, conversationId: ConversationId): Promise<Message[]> =>
  (await messagesAfter(db, ORGANIZATION, conversationId, 0, 50)).filter(
    ({ body }) => body.kind === 'text' || body.kind === 'file',
  )

const kept = async ({ db }: Reception, agentId: AgentId): Promise<SavedMessage[]> =>
  savedMessagesOf(db, ORGANIZATION, agentId)

/** A customer whom the first agent serves, and what was said. */
const served = async (reception: Reception) => {
  const { arrive, customer, write, send, agent, done } = reception
  await arrive(1)
  const visitor = await customer('小李')
  await write(visitor, '我的尺码是 42')
  await send(agent(1), visitor.conversationId, '记下了')
  await done(agent(1), 'customer.edit', {
    customerId: visitor.customerId,
    fields: { name: '李明' },
    version: 1,
  })
  const [asked, answered] = await said(reception, visitor.conversationId)
  if (!asked || !answered) throw new Error('two messages were written')
  return { visitor, asked, answered }
}

const save = async ({ run }: Reception, by: AgentPrincipal, ...messageIds: MessageId[]) =>
  run(by, 'saved-message.add', { messageIds })

describeDatabases('favourites among messages', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-06-177 are copies of what the agent could read, each once, and of nothing else', async () => {
    await withReception({ agents: 2 }, async (reception) => {
      const { agent, commits } = reception
      const { asked, answered } = await served(reception)
      expect(await save(reception, agent(1), asked.id, answered.id, asked.id)).toMatchObject({ ok: true })
      expect(await kept(reception, agent(1).agentId)).toMatchObject([
        { messageId: asked.id, customer: { name: '李明' }, body: { kind: 'text', text: '我的尺码是 42' } },
        { messageId: answered.id, customer: null, sender: { agentId: agent(1).agentId } },
      ])
      const before = commits.length
      await save(reception, agent(1), asked.id)
      expect(commits).toHaveLength(before)
      // A colleague who does not see the customer, and what is no message at all.
      expect(await save(reception, agent(2), asked.id)).toMatchObject({ code: 'not-found' })
      expect(await save(reception, agent(1), 'nothing' as MessageId)).toMatchObject({ code: 'not-found' })
      expect(await kept(reception, agent(2).agentId)).toEqual([])
    })
  })

  it('stay what they were when the message is recalled; what was recalled before is not saved', async () => {
    await withReception({}, async (reception) => {
      const { agent, done, db } = reception
      const { visitor, asked, answered } = await served(reception)
      await save(reception, agent(1), asked.id)
      for (const messageId of [asked.id, answered.id])
        await done(messageId === asked.id ? visitor : agent(1), ...recalling(messageId, asked.id))
      expect(await kept(reception, agent(1).agentId)).toMatchObject([{ body: { text: '我的尺码是 42' } }])
      expect(await save(reception, agent(1), asked.id)).toMatchObject({ ok: true })
      expect(await save(reception, agent(1), answered.id)).toMatchObject({ code: 'not-found' })
      await done(agent(1), 'saved-message.remove', { messageIds: [asked.id] })
      expect(await db.all(sql`select 1 from saved_messages`)).toEqual([])
    })
  })

  it('of a chat one was removed from are possible as far as one sees it', async () => {
    await withReception({ agents: 3 }, async (reception) => {
      const { agent, done, ids } = reception
      const agentIds = [agent(2).agentId, agent(3).agentId]
      const { conversationId } = await done(agent(1), 'chat.create', { agentIds, name: null })
      const say = async (text: string): Promise<MessageId> => {
        const id = ids.next() as MessageId
        await done(agent(1), 'chat.send', { id, conversationId, body: { kind: 'text', text } }, id)
        return id
      }
      const then = await say('明早九点')
      await done(agent(1), 'chat.remove-member', { conversationId, agentId: agent(2).agentId })
      const later = await say('改到十点')
      expect(await save(reception, agent(2), then, later)).toMatchObject({ code: 'not-found' })
      expect(await save(reception, agent(2), then)).toMatchObject({ ok: true })
      expect(await kept(reception, agent(2).agentId)).toMatchObject([{ messageId: then }])
    })
  })

  it('are refused with their limit when there are too many, all of them', async () => {
    await withReception({}, async (reception) => {
      const { agent, db } = reception
      const { asked, answered } = await served(reception)
      const { messages } = SAVED_MESSAGE_LIMITS
      await save(reception, agent(1), asked.id)
      const [saved] = await kept(reception, agent(1).agentId)
      if (!saved) throw new Error('it was just saved')
      await db.transaction(async (tx) => {
        for (let count = 1; count < messages - 1; count += 1)
          await insertSavedMessage(tx, ORGANIZATION, agent(1).agentId, {
            ...saved,
            messageId: `m-${count}` as MessageId,
          })
      })
      expect(await save(reception, agent(1), asked.id, answered.id)).toMatchObject({ ok: true })
      const later = await reception.send(agent(1), asked.conversationId, '还有货')
      expect(later).toMatchObject({ ok: true })
      const { id } = (await said(reception, asked.conversationId)).at(-1) ?? asked
      expect(await save(reception, agent(1), id)).toMatchObject({
        code: 'too-many-saved',
        details: { limit: messages },
      })
      expect(await kept(reception, agent(1).agentId)).toHaveLength(messages)
      // What is there already takes no room.
      expect(await save(reception, agent(1), asked.id)).toMatchObject({ ok: true })
    })
  })

  it('R-06-177 keep their file for those who saved it, to see and to send, until the last of them gives it up', async () => {
    await withReception({ agents: 2 }, async (reception) => {
      const { db, agent, done, run, engine, ids, clock } = reception
      const { visitor } = await served(reception)
      const file = { id: FILE, ...FACTS, width: null, height: null }
      const uploader = { kind: 'customer', id: visitor.customerId } as const
      await db.transaction(async (tx) =>
        insertFile(tx, ORGANIZATION, { file, sha256: 'x' }, uploader, clock.now()),
      )
      const body = { kind: 'file', fileId: FILE, ...FACTS } as const
      const sent = ids.next() as MessageId
      await done(visitor, 'customer.write', { id: sent, body }, sent)
      await save(reception, agent(1), sent)
      await done(visitor, 'customer.recall', { messageId: sent })
      const link = async (by: AgentPrincipal) => engine.query(by, 'file.link', { fileId: FILE })
      expect(await link(agent(1))).toMatchObject({ ok: true })
      expect(await link(agent(2))).toMatchObject({ code: 'not-found' })

      const { conversationId } = await done(agent(1), 'chat.open', { agentId: agent(2).agentId })
      const show = async (by: AgentPrincipal) => {
        const id = ids.next() as MessageId
        return run(by, 'chat.send', { id, conversationId, body }, id)
      }
      expect(await show(agent(2))).toMatchObject({ code: 'file-missing' })
      const there = async () => (await findFile(db, ORGANIZATION, FILE)) !== undefined
      expect(await show(agent(1))).toMatchObject({ ok: true })
      const own = (await said(reception, conversationId)).at(-1)?.id ?? sent
      await done(agent(1), 'message.recall', { messageId: own })
      expect(await there()).toBe(true)
      await done(agent(1), 'saved-message.remove', { messageIds: [sent] })
      expect(await there()).toBe(false)
    })
  })
})

/** The customer takes their message back, the agent theirs. */
const recalling = (messageId: MessageId, asked: MessageId) =>
  [messageId === asked ? 'customer.recall' : 'message.recall', { messageId }] as const
