/** The way of one customer: waiting, accepted, forgotten, answered, given on, ended, asked how it was. */
import { sql } from '../../../src/base/sql.ts'
import type { Client } from '../../../src/client/index.ts'
import type { AgentId } from '../../../src/protocol/model/index.ts'
import type { Chat } from '../../../src/widget/chat/contract.ts'
import type { Desk } from './desk.ts'
import { isTold, isWith, poolEntry, reads, sees, sessionOn, sessionWith } from './looks.ts'
import { ANNA, ANNA_OUTWARD, BEN, BEN_OUTWARD, codeOf, type Deed, type Step } from './step.ts'

const LATE_MS = 5 * 60_000
const QUESTION = '水壶漏水'
const FIRST_ANSWER = '请发照片'
const SECOND_ANSWER = '马上为您处理'
export const WRITTEN_ON_MAIN_WAY = [QUESTION, FIRST_ANSWER, SECOND_ANSWER]

export const mainWay = ({ customer, db, anna, ben }: Desk): readonly Step[] => {
  const chat = customer()
  const session = async () => sessionWith(db, QUESTION)
  const known = async () => {
    const row = await session()
    if (!row) throw new Error('the customer was never stored')
    return row
  }
  const accept = (name: string, core: Client, own: string, id: AgentId): Deed => ({
    kind: 'deed',
    name,
    command: 'session.accept',
    act: async () => codeOf(await core.run('session.accept', { sessionId: (await known()).id })),
    sight: async () => ({
      customer: isTold(chat, 'assigned', own),
      taker: await isWith(core, await session(), id),
      'pool of one': (await poolEntry(anna, await session())) === undefined,
      'pool of the other': (await poolEntry(ben, await session())) === undefined,
    }),
  })
  const answer = (name: string, core: Client, text: string, own: string): Deed => ({
    kind: 'deed',
    name,
    command: 'message.send',
    act: async () => {
      const conversationId = (await known()).conversation_id
      const body = { kind: 'text', text } as const
      return codeOf(await core.run('message.send', { conversationId, body, seenSeq: null }))
    },
    sight: async () => ({
      customer: sees(chat, text) && isTold(chat, 'active', own),
      author: await reads(core, await session(), text),
      outbox: (await core.query('outbox.list', {})).length === 0,
    }),
  })
  return [
    {
      kind: 'deed',
      name: 'arrival',
      command: 'customer.write',
      act: async () => {
        chat.write(QUESTION)
        return null
      },
      sight: async () => ({
        customer: isTold(chat, 'pending') && chat.view().state.place === 1 && sees(chat, QUESTION),
        outbox: chat.view().outbox.length === 0,
        anna: (await poolEntry(anna, await session()))?.messageCount === 1,
        ben: (await poolEntry(ben, await session()))?.messageCount === 1,
      }),
    },
    accept('accept', anna, ANNA_OUTWARD, ANNA),
    {
      kind: 'deed',
      name: 'end of another',
      command: 'session.end',
      act: async () => {
        const [own] = await ben.query('conversations.list', { filter: 'in-session' })
        const view = own && (await ben.query('conversation.get', { conversationId: own.id }))
        if (!view?.session) return 'nothing-to-end'
        const { id: sessionId, version } = view.session
        return codeOf(
          await ben.run('session.end', { sessionId, version, lastSeq: view.conversation.lastSeq }),
        )
      },
      sight: async () => ({
        list: (await ben.query('conversations.list', { filter: 'in-session' })).length === 0,
        load: (await ben.query('presence.mine', {})).load === 0,
      }),
    },
    {
      kind: 'due',
      name: 'timeout transfer',
      come: async () => {
        const { id, conversation_id: conversationId } = await known()
        // So long ago is what was just now.
        await db.transaction(async (tx) => {
          await tx.run(
            sql`update messages set at = at - ${LATE_MS} where conversation_id = ${conversationId}`,
          )
          await tx.run(sql`update sessions set assigned_at = assigned_at - ${LATE_MS} where id = ${id}`)
          await tx.run(sql`
            update timers set due_at = due_at - ${LATE_MS} where subject = ${id} and kind = 'session-unanswered'`)
        })
      },
      happened: async () => (await known()).handler_id === BEN,
      sight: async () => ({
        customer: isTold(chat, 'assigned', BEN_OUTWARD),
        anna: (await sessionOn(anna, await session()))?.handlerId === BEN,
        ben: await isWith(ben, await session(), BEN),
        load: (await ben.query('presence.mine', {})).load === 1,
      }),
    },
    answer('answer', ben, FIRST_ANSWER, BEN_OUTWARD),
    {
      kind: 'deed',
      name: 'transfer to somebody who is full',
      command: 'session.transfer',
      act: async () => {
        const { id: sessionId, version } = await known()
        const to = { kind: 'agent', agentId: ANNA } as const
        // Asked whether the customer shall wait, and agreed to.
        const args = { sessionId, version, to, customerNote: '', colleagueNote: '请看订单', waiting: true }
        return codeOf(await ben.run('session.transfer', args))
      },
      sight: async () => ({
        customer: isTold(chat, 'pending') && chat.view().state.place === 1,
        anna: (await poolEntry(anna, await session()))?.target.kind === 'agent',
        ben: (await sessionOn(ben, await session()))?.state === 'pending',
        load: (await ben.query('presence.mine', {})).load === 0,
      }),
    },
    accept('accept what was given on', anna, ANNA_OUTWARD, ANNA),
    answer('second answer', anna, SECOND_ANSWER, ANNA_OUTWARD),
    {
      kind: 'deed',
      name: 'end',
      command: 'session.end',
      act: async () => {
        const { id: sessionId, version, last_seq: lastSeq } = await known()
        return codeOf(await anna.run('session.end', { sessionId, version, lastSeq }))
      },
      sight: async () => ({
        customer: isTold(chat, 'ended') && cards(chat) === 1,
        anna: (await sessionOn(anna, await session()))?.state === 'ended',
        load: (await anna.query('presence.mine', {})).load === 1,
      }),
    },
    {
      kind: 'deed',
      name: 'rating',
      command: 'customer.rate',
      act: async () => {
        const answers = { stars: 5, tags: [], solved: 'yes', comment: '谢谢' } as const
        return chat.rate((await known()).id, { ...answers, tags: [] })
      },
      sight: async () => ({
        customer: chat.view().messages.some(({ body }) => body.kind === 'rating'),
        anna: (await sessionOn(anna, await session()))?.survey?.rating?.stars === 5,
      }),
    },
  ]
}

const cards = (chat: Chat): number => chat.view().messages.filter(({ body }) => body.kind === 'survey').length
