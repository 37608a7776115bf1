import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import type { ConversationId, FileId, MessageId, WrittenBody } from '../../../protocol/model/index.ts'
import { insertFile } from '../../db/files.ts'
import { newestMessages } from '../../db/messages.ts'

type Uploader = Parameters<typeof insertFile>[3]

/** Puts a file on the server, as uploading does; answers what a message needs to carry it. */
const uploaded = async (
  { db, clock }: Reception,
  letter: string,
  by: Uploader,
  mime: string,
  bytes = 1234,
) => {
  const isImage = mime.startsWith('image/')
  const file = {
    id: letter.repeat(64) as FileId,
    name: `a.${mime.split('/')[1] ?? ''}`,
    mime,
    bytes,
    width: isImage ? 10 : null,
    height: isImage ? 20 : null,
  }
  await db.transaction(async (tx) =>
    insertFile(tx, ORGANIZATION, { file, sha256: letter.repeat(64) }, by, clock.now()),
  )
  return { fileId: file.id, name: file.name, mime, bytes }
}

/** A text, a picture, a file and a voice of one sender. */
const everyKind = async (reception: Reception, by: Uploader, letters: string): Promise<WrittenBody[]> => {
  const [picture = '', file = '', voice = ''] = letters
  return [
    { kind: 'text', text: '看这些 👍 https://shop.example/tea' },
    { kind: 'image', ...(await uploaded(reception, picture, by, 'image/png')), width: 10, height: 20 },
    { kind: 'file', ...(await uploaded(reception, file, by, 'application/pdf')) },
    { kind: 'file', ...(await uploaded(reception, voice, by, 'audio/webm')), seconds: 7 },
  ]
}

const keptIn = async ({ db }: Reception, conversationId: ConversationId): Promise<unknown[]> =>
  (await newestMessages(db, ORGANIZATION, [conversationId], 50))
    .toSorted((a, b) => a.seq - b.seq)
    .filter(({ body }) => body.kind !== 'system')
    .map(({ body }) => body)

describeDatabases('kinds of messages', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-06-001 R-06-002 R-06-003 R-06-005 R-06-006 (our own channels) texts, links and emoji, pictures, files and voices go both ways on the web and by an account, and among colleagues', async () => {
    await withReception({ agents: 2 }, async (reception) => {
      const { arrive, customer, done, agent, ids } = reception
      await arrive(1)
      const own = { kind: 'agent', id: 'agent-1' } as Uploader
      for (const [channel, letters] of [
        ['web', ['abc', 'def']],
        ['im', ['012', '345']],
      ] as const) {
        const person = await customer(channel, channel)
        const { conversationId, customerId } = person
        const theirs = await everyKind(reception, { kind: 'customer', id: customerId }, letters[0])
        for (const body of theirs) {
          const id = ids.next() as MessageId
          await done(person, 'customer.write', { id, body }, id)
        }
        const ours = await everyKind(reception, own, letters[1])
        for (const body of ours) {
          const id = ids.next() as MessageId
          await done(agent(1), 'message.send', { conversationId, id, body, seenSeq: null }, id)
        }
        expect(await keptIn(reception, conversationId)).toEqual([...theirs, ...ours])
      }
      const { conversationId } = await done(agent(1), 'chat.open', { agentId: agent(2).agentId })
      const among = await everyKind(reception, own, '678')
      for (const body of among) {
        const id = ids.next() as MessageId
        await done(agent(1), 'chat.send', { conversationId, id, body }, id)
      }
      expect(await keptIn(reception, conversationId)).toMatchObject(among)
    })
  })

  it('R-06-032 an agent sends as many pictures of the largest size as they like, in one breath', async () => {
    await withReception({ agents: 1 }, async (reception) => {
      const { arrive, customer, write, done, agent, ids } = reception
      await arrive(1)
      const person = await customer('图片')
      await write(person, '多发几张')
      const own = { kind: 'agent', id: 'agent-1' } as Uploader
      const picture = await uploaded(reception, 'a', own, 'image/png', 5 * 1024 * 1024)
      const body: WrittenBody = { kind: 'image', ...picture, width: 10, height: 20 }
      const { conversationId } = person
      const all = Array.from({ length: 120 }, () => ids.next() as MessageId)
      for (const id of all)
        await done(agent(1), 'message.send', { conversationId, id, body, seenSeq: null }, id)
      const { db } = reception
      const kept = await newestMessages(db, ORGANIZATION, [conversationId], 200)
      expect(kept.filter(({ body: said }) => said.kind === 'image')).toHaveLength(all.length)
    })
  })
})
