import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import type { CommandArgs, CommandName } from '../../../protocol/commands/index.ts'
import type {
  AgentId,
  FileId,
  MessageId,
  QuickReplyFile,
  QuickReplyId,
} from '../../../protocol/model/index.ts'
import { insertFile } from '../../db/files.ts'
import { personalQuickReplies, quickRepliesOf } from '../../db/quickReplies.ts'

const OPTIONS = { agents: 2, permissions: ['quickreply.company'] } as const
const replyId = (name: string): QuickReplyId => `reply-${Buffer.from(name).toString('hex')}` as QuickReplyId

const reply = (
  name: string,
  more: Partial<CommandArgs<'quick-reply.save'>> = {},
): CommandArgs<'quick-reply.save'> => ({
  id: replyId(name),
  version: null,
  groupName: '物流',
  title: name,
  texts: [`${name} 的内容`],
  files: [],
  ...more,
})

const fill = async ({ done, agent }: Reception, count: number) => {
  const replies = Array.from({ length: count }, (_, index) => ({
    id: replyId(`一 ${index}`),
    groupName: '一',
    title: `第 ${index} 条`,
    texts: ['好的'],
    files: [],
    position: null,
  }))
  for (let from = 0; from < count; from += 100) {
    await done(agent(1), 'quick-reply.add', { replies: replies.slice(from, from + 100) })
  }
}

const titles = async ({ db }: Reception, owner: AgentId | null): Promise<string[]> =>
  (await quickRepliesOf(db, ORGANIZATION, owner)).map(({ title }) => title)

const eventsOf = ({ commits }: Reception, name: string) =>
  commits.flatMap(({ entries }) => entries).filter(({ event }) => event === name)

describeDatabases('quick replies', (databases) => {
  const withReception = receptionsOf(databases)

  it('an agent keeps their own, whom nobody else is told of, and the company keeps its own with a permission', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, run, agent, db } = reception
      const texts = ['请稍等', '我去查一下']
      await done(agent(1), 'quick-reply.save', reply('稍等', { texts }))
      await done(agent(1), 'company-quick-reply.save', reply('问候'))
      expect(eventsOf(reception, 'quick-reply.changed').map(({ scope }) => scope)).toEqual([
        'agent:agent-1',
        'org',
      ])
      expect(await personalQuickReplies(db, ORGANIZATION, agent(1).agentId)).toMatchObject([
        { texts, version: 1, position: 0 },
      ])
      const mine = reply('稍等', { version: 1, title: '改' })
      expect(await run(agent(2), 'quick-reply.save', mine)).toMatchObject({ code: 'not-found' })
      expect(await run(agent(2), 'company-quick-reply.save', mine)).toMatchObject({ code: 'not-found' })
      await done(agent(2), 'quick-reply.remove', { ids: [replyId('稍等')] })
      expect(await titles(reception, agent(1).agentId)).toEqual(['稍等'])
      expect(await run(agent(2), 'quick-reply.count-use', { id: replyId('稍等') })).toMatchObject({
        code: 'not-found',
      })
    })
    await withReception({}, async ({ run, agent }) => {
      const names = ['save', 'move', 'remove', 'add'].map(
        (verb) => `company-quick-reply.${verb}` as CommandName,
      )
      for (const name of names) expect(await run(agent(1), name, {} as never)).toMatchObject({ ok: false })
      expect(await run(agent(1), 'company-quick-reply.save', reply('问候'))).toMatchObject({
        code: 'forbidden',
      })
    })
  })

  it('who saves second is told, and a reply says something', async () => {
    await withReception(OPTIONS, async ({ done, run, agent }) => {
      const save = async (more: Partial<CommandArgs<'quick-reply.save'>>) =>
        run(agent(1), 'company-quick-reply.save', reply('问候', more))
      await done(agent(1), 'company-quick-reply.save', reply('问候'))
      expect(await save({ version: 1, title: '您好' })).toMatchObject({ ok: true })
      expect(await save({ version: 1, title: '你好' })).toMatchObject({
        code: 'conflict',
        details: { version: 2 },
      })
      expect(await save({ version: 2, texts: [] })).toMatchObject({ code: 'invalid' })
      expect(await save({ version: 2, texts: ['字'.repeat(501)] })).toMatchObject({ code: 'invalid' })
    })
  })

  it('stand in an order that is changed by moving one, also into another group', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, agent } = reception
      for (const name of ['甲', '乙', '丙']) await done(agent(1), 'quick-reply.save', reply(name))
      const move = async (name: string, beforeId: QuickReplyId | null, groupName = '物流') =>
        done(agent(1), 'quick-reply.move', { id: replyId(name), groupName, beforeId })
      await move('丙', replyId('甲'))
      expect(await titles(reception, agent(1).agentId)).toEqual(['丙', '甲', '乙'])
      await move('丙', null)
      expect(await titles(reception, agent(1).agentId)).toEqual(['甲', '乙', '丙'])
      await move('甲', null, '售后')
      expect((await quickRepliesOf(reception.db, ORGANIZATION, agent(1).agentId))[0]).toMatchObject({
        title: '甲',
        groupName: '售后',
        position: 0,
      })
    })
  })

  it('a group is named anew, but not like another one', async () => {
    await withReception(OPTIONS, async ({ done, run, agent, db }) => {
      await done(agent(1), 'quick-reply.save', reply('甲'))
      await done(agent(1), 'quick-reply.save', reply('乙', { groupName: '售后' }))
      expect(await run(agent(1), 'quick-reply-group.rename', { from: '物流', to: '售后' })).toMatchObject({
        code: 'name-taken',
      })
      await done(agent(1), 'quick-reply-group.rename', { from: '物流', to: '快递' })
      const groups = (await personalQuickReplies(db, ORGANIZATION, agent(1).agentId)).map(
        ({ groupName }) => groupName,
      )
      expect(groups.sort()).toEqual(['售后', '快递'])
    })
  })

  it('a deletion is taken back with all it had, at its place', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, agent, db } = reception
      for (const name of ['甲', '乙']) await done(agent(1), 'company-quick-reply.save', reply(name))
      const before = await quickRepliesOf(db, ORGANIZATION, null)
      const first = before.find(({ title }) => title === '甲')
      await done(agent(1), 'company-quick-reply.remove', { ids: [replyId('甲')] })
      const { ownerId: _owner, version: _version, ...kept } = first ?? before[0]!
      const again = { replies: [kept] }
      expect(await done(agent(2), 'company-quick-reply.add', again)).toEqual({ added: 1 })
      expect(await done(agent(2), 'company-quick-reply.add', again)).toEqual({ added: 0 })
      expect(await quickRepliesOf(db, ORGANIZATION, null)).toEqual(before)
    })
  })

  it('a full library takes no more, and the other library is another one', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { run, agent } = reception
      await fill(reception, 200)
      const more = reply('多', { groupName: '一' })
      expect(await run(agent(1), 'quick-reply.save', more)).toMatchObject({ code: 'reply-group-full' })
      expect(await run(agent(1), 'company-quick-reply.save', more)).toMatchObject({ ok: true })
    })
  })

  it('uses are counted for each agent, and together for whoever keeps the library', async () => {
    await withReception(OPTIONS, async ({ done, agent, engine, clock }) => {
      const id = replyId('问候')
      await done(agent(1), 'company-quick-reply.save', reply('问候'))
      await done(agent(1), 'quick-reply.save', reply('自己'))
      await done(agent(1), 'quick-reply.count-use', { id: replyId('自己') })
      await done(agent(1), 'quick-reply.count-use', { id })
      clock.advance(1000)
      const at = clock.now()
      expect(await done(agent(2), 'quick-reply.count-use', { id })).toMatchObject({
        use: { id, uses: 1, lastUsedAt: at },
      })
      expect(await engine.query(agent(1), 'quick-replies.usage', {})).toMatchObject({
        value: { uses: [{ id, uses: 2, lastUsedAt: at }] },
      })
      await done(agent(1), 'company-quick-reply.remove', { ids: [id] })
      expect(await engine.query(agent(1), 'quick-replies.usage', {})).toMatchObject({ value: { uses: [] } })
    })
  })

  it("a company reply's file is sent by everybody, a file of somebody else's own reply by nobody", async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, run, agent, arrive, customer, write, ids } = reception
      const own = await upload(reception, 'own')
      const shared = await upload(reception, 'shared')
      await done(agent(1), 'quick-reply.save', reply('自己', { files: [own] }))
      await done(agent(1), 'company-quick-reply.save', reply('价目', { texts: [], files: [shared] }))
      expect(await run(agent(2), 'quick-reply.save', reply('偷', { files: [own] }))).toMatchObject({
        code: 'file-missing',
      })
      await arrive(2)
      const visitor = await customer('小李')
      await write(visitor, '有价目表吗')
      const send = async (body: QuickReplyFile) => {
        const id = ids.next() as MessageId
        const args = { id, conversationId: visitor.conversationId, body, seenSeq: null }
        return { ...(await run(agent(2), 'message.send', args, id)), id }
      }
      expect(await send(own)).toMatchObject({ code: 'file-missing' })
      const sent = await send(shared)
      expect(sent).toMatchObject({ ok: true })
      // It goes on being sent when a message that shows it is taken back.
      await done(agent(2), 'message.recall', { messageId: sent.id })
      expect(await send(shared)).toMatchObject({ ok: true })
    })
  })
})

/** A file that agent 1 has brought to the server. */
const upload = async ({ db, agent, clock }: Reception, name: string): Promise<QuickReplyFile> => {
  const fileId = `file-${name}` as FileId
  const facts = { name: `${name}.pdf`, mime: 'application/pdf', bytes: 3 }
  await db.transaction(async (tx) =>
    insertFile(
      tx,
      ORGANIZATION,
      { file: { id: fileId, ...facts, width: null, height: null }, sha256: 'x' },
      { kind: 'agent', id: agent(1).agentId },
      clock.now(),
    ),
  )
  return { kind: 'file', fileId, ...facts }
}
